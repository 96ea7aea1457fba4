package dev.meridian.sandbox.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {
  private static final SortedMap<String, String> LABELS =
      new TreeMap<>(Map.of("app", "checkout", "shop.example/tier", "web"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'';                                       true",
        "app=checkout;                             true",
        "app==checkout,shop.example/tier=web;      true",
        "app!=checkout;                            false",
        "other!=x;                                 true",
        "app;                                      true",
        "!app;                                     false",
        "!other , app;                             true",
        "app in (cart, checkout);                  true",
        "app notin (cart,checkout);                false",
        "other notin (a);                          true",
        "app=;                                     false",
      })
  void labelSelector_matchesAsItsSyntaxSays(String text, boolean matches) {
    assertThat(LabelSelector.parse(text).matches(LABELS)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=x", "app=a b", "app in checkout", "a,,b"})
  void labelSelector_thatCannotBeRead_isRefused(String text) {
    assertThat(catchThrowableOfType(Refusal.class, () -> LabelSelector.parse(text)))
        .isNotNull()
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(400));
  }

  @Test
  void fieldSelector_ofAFieldThatIsNotOffered_isRefused() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> FieldSelector.parse("spec.replicas=3", ResourceKinds.DEPLOYMENTS));

    assertThat(refusal).hasMessage("field label not supported: spec.replicas");
  }
}
