package dev.meridian.worker.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.evacuation.Weight;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MovedWeightsTest {
  private final MovedWeights moved =
      new MovedWeights(
          "Z1",
          "checkout.shop.example",
          "A",
          "tokyo",
          7,
          new TreeMap<>(
              Map.of("tokyo", new Weight(49), "seoul", new Weight(20), "paris", new Weight(30))),
          new TreeMap<>(Map.of("tokyo", Weight.NONE, "seoul", new Weight(40))),
          Optional.empty());

  @Test
  void raised_ofTheThreeSets_isOnlyTheOneThatGotMore() {
    assertThat(moved.raised("seoul")).isTrue();
    assertThat(moved.raised("tokyo")).isFalse();
    assertThat(moved.raised("paris")).isFalse();
    assertThat(moved.raised("nowhere")).isFalse();
  }
}
