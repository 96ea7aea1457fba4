package dev.meridian.gate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.gate.GateSpec;
import dev.meridian.region.Share;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlphaSharesTest {
  private static final Share ONE_PERCENT = Share.ofFraction(0.01);

  private static GateSpec ratio(String name) {
    return new GateSpec.Ratio(
        name,
        true,
        new GateSpec.Events.Counters("a{}", "b{}"),
        ONE_PERCENT,
        true,
        Duration.ofSeconds(15),
        Share.ofFraction(0.5));
  }

  private static GateSpec trend() {
    return new GateSpec.Trend(
        "memory",
        true,
        "q",
        1,
        Duration.ofHours(12),
        Duration.ofSeconds(15),
        Share.ofFraction(0.5));
  }

  @Test
  void shares_overAllGatesRegionsAndAttempts_sumToAtMostAlpha() {
    AlphaShares shares =
        AlphaShares.of(ONE_PERCENT, 10, List.of(ratio("errors"), trend(), ratio("latency")));

    double sum = 0;
    for (int attempt = 1; attempt <= 50; attempt++) {
      for (AlphaShare share : shares.of(attempt).values()) {
        sum += 10 * share.alpha();
      }
    }
    assertThat(shares.of(1)).containsOnlyKeys("errors", "latency");
    assertThat(sum).isCloseTo(0.01, within(1e-12)).isLessThanOrEqualTo(0.01 + 1e-15);
  }

  @Test
  void share_secondAttempt_isHalfOfTheFirst() {
    AlphaShares shares = AlphaShares.of(ONE_PERCENT, 1, List.of(ratio("errors")));

    assertThat(shares.of(1).get("errors")).isEqualTo(new AlphaShare(0.005));
    assertThat(shares.of(2).get("errors")).isEqualTo(new AlphaShare(0.0025));
  }

  @Test
  void share_whatItsUsesSpend_isTheShare() {
    AlphaShare share = new AlphaShare(0.001);

    assertThat(1 / share.pairedLimit() + 1 / share.ceilingLimit() + share.calibrationError())
        .isCloseTo(0.001, within(1e-15));
  }

  @Test
  void share_nothingToSpend_isRefused() {
    assertThatThrownBy(() -> new AlphaShare(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AlphaShares.of(ONE_PERCENT, 0, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
