package dev.meridian.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8785, with its own examples. */
class CanonicalJsonTest {
  @Test
  void of_exampleOfTheStandard_isItsResult() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(
        "numbers",
        List.of(
            new BigDecimal("333333333.33333329"),
            1E30,
            new BigDecimal("4.50"),
            2e-3,
            new BigDecimal("0.000000000000000000000000001")));
    tree.put("string", "\u20ac$\u000F\nA'B\"\\\\\"/");
    tree.put("literals", Arrays.asList(null, true, false));

    assertThat(CanonicalJson.of(tree))
        .isEqualTo(
            "{\"literals\":[null,true,false],"
                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void of_sortingExampleOfTheStandard_ordersByUtf16() {
    Map<String, Object> tree = new LinkedHashMap<>();
    List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")
        .forEach(key -> tree.put(key, 0));

    assertThat(CanonicalJson.of(tree))
        .isEqualTo(
            "{\"\\r\":0,\"1\":0,\"\u0080\":0,\"\u00f6\":0,\"\u20ac\":0,\"\ud83d\ude00\":0,\"\ufb33\":0}");
  }

  @Test
  void of_anotherOrderOfBuilding_isTheSameText() {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("a", 1);
    one.put("b", Map.of("c", 2));
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("b", Map.of("c", 2));
    other.put("a", 1);

    assertThat(CanonicalJson.of(one)).isEqualTo(CanonicalJson.of(other));
  }

  @ParameterizedTest
  @ValueSource(longs = {9_007_199_254_740_993L, Long.MAX_VALUE, -9_007_199_254_740_993L})
  void of_integerThatADoubleCannotHold_isRefused(long number) {
    assertThatThrownBy(() -> CanonicalJson.of(Map.of("n", number)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Long.toString(number));
  }

  @Test
  void of_numbersAtTheEdge_areKeptOrRefused() {
    assertThat(CanonicalJson.of(Map.of("n", 9_007_199_254_740_992L)))
        .isEqualTo("{\"n\":9007199254740992}");
    assertThat(CanonicalJson.of(Map.of("n", new BigInteger("1024")))).isEqualTo("{\"n\":1024}");
    assertThatThrownBy(() -> CanonicalJson.of(Map.of("n", Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CanonicalJson.of(Map.of("n", BigInteger.TEN.pow(400))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_somethingThatIsNoJson_isRefusedByName() {
    assertThatThrownBy(() -> CanonicalJson.of(Map.of("at", Instant.EPOCH)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.time.Instant");
  }
}
