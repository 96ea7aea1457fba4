package dev.meridian.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ValuesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 3, 0",
    "1, 3, 333333",
    "2, 3, 666667",
    "3, 3, 1000000",
    "1, 0, 0",
    "5, 3, 1000000"
  })
  void share_ofAWhole_isInPartsPerMillion(double part, double whole, int ppm) {
    assertThat(Share.of(part, whole)).isEqualTo(new Share(ppm));
  }

  @Test
  void share_outsideTheWhole_isRefused() {
    assertThatThrownBy(() -> new Share(-1)).hasMessageContaining("was -1");
    assertThatThrownBy(() -> new Share(1_000_001)).hasMessageContaining("was 1000001");
    assertThatThrownBy(() -> Share.ofFraction(1.01)).hasMessageContaining("0 to 1: was 1.01");
    assertThatThrownBy(() -> Share.ofFraction(Double.NaN)).hasMessageContaining("was NaN");
  }

  @Test
  void share_added_staysWithinTheWhole() {
    assertThat(new Share(600_000).plus(new Share(300_000))).isEqualTo(new Share(900_000));
    assertThat(new Share(600_000).plus(new Share(600_000))).isEqualTo(Share.WHOLE);
    assertThat(new Share(41_000)).hasToString("4.1 %");
    assertThat(new Share(250_000).fraction()).isEqualTo(0.25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "A", "a b", "ä"})
  void names_otherThanSlugs_areRefused(String text) {
    assertThat(Slug.matches(text)).isFalse();
    assertThatThrownBy(() -> new RegionCode(text)).hasMessageContaining("region code should be");
    assertThatThrownBy(() -> new ServiceName(text)).hasMessageContaining("service name should be");
    assertThatThrownBy(() -> new Trait("script", text)).hasMessageContaining("trait value");
  }

  @Test
  void names_areComparedByTheirText() {
    assertThat(new ServiceName("cart")).isLessThan(new ServiceName("checkout")).hasToString("cart");
    assertThat(new Trait("a", "z")).isLessThan(new Trait("b", "a"));
    assertThat(new Trait("a", "b")).isLessThan(new Trait("a", "c")).hasToString("a=b");
  }

  @Test
  void rates_negativeOrNotFinite_areRefused() {
    assertThatThrownBy(() -> new RequestsPerSecond(-1)).hasMessageContaining("was -1");
    assertThatThrownBy(() -> new RequestsPerSecond(Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void catalogue_twoRegionsWithOneCode_isRefused() {
    Region paris = ExampleDocuments.catalog().region(new RegionCode("eu-west-3"));

    assertThatThrownBy(() -> new RegionCatalog(List.of(paris, paris)))
        .hasMessage("two regions have the code eu-west-3");
    assertThatThrownBy(() -> new RegionCatalog(List.of(paris)).region(new RegionCode("mars")))
        .hasMessage("no region mars in the catalogue");
  }

  @Test
  void presence_withoutTwentyFourHours_isRefused() {
    assertThatThrownBy(() ->
            new Presence(
                new RegionCode("a"),
                Role.CANARY,
                "n",
                "http://a",
                Optional.empty(),
                Collections.nCopies(25, RequestsPerSecond.NONE),
                RequestsPerSecond.NONE,
                new TreeMap<>(),
                new TreeMap<>()))
        .hasMessageContaining("24 hours: has 25");
  }
}
