package dev.meridian.gate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.gate.sample.Counts;
import dev.meridian.region.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceOfHealthTest {
  private static final Share ONE_PERCENT = Share.ofFraction(0.01);
  private static final Calibration.Known EVEN = new Calibration.Known(1, 1, 1, 288, 0);

  @ParameterizedTest
  @CsvSource({"0.01, 489", "0.05, 96", "0.001, 4916"})
  void requestsNeeded_noErrorsAtAll_followsFromTheCeiling(double ceiling, long requests) {
    assertThat(EvidenceOfHealth.requestsNeeded(Share.ofFraction(ceiling))).isEqualTo(requests);
  }

  @Test
  void shown_noErrorsWhileTheControlSaysTheOpposite_needsExactlyTheRequestsPlanned() {
    EvidenceOfHealth against = new EvidenceOfHealth(-1000, 0);

    assertThat(against.afterContender(new Counts(488, 0), ONE_PERCENT, 1).shown()).isFalse();
    assertThat(against.afterContender(new Counts(489, 0), ONE_PERCENT, 1).shown()).isTrue();
    assertThat(against.afterContender(new Counts(489, 0), ONE_PERCENT, 2).shown()).isFalse();
  }

  @Test
  void none_isNoEvidence() {
    assertThat(EvidenceOfHealth.NONE.logValue()).isCloseTo(0, within(1e-12));
    assertThat(EvidenceOfHealth.NONE.shown()).isFalse();
  }

  @Test
  void afterPair_sameRateAsAControlAboveAQuarterOfTheCeiling_isEvidenceByComparison() {
    EvidenceOfHealth health = EvidenceOfHealth.NONE;
    for (int i = 0; i < 40; i++) {
      Pair pair = new Pair(new Counts(100, 0.8), new Counts(1000, 8));
      health =
          health.afterPair(pair, EVEN).afterContender(pair.contender(), ONE_PERCENT, EVEN.phi());
    }
    assertThat(health.absolute()).isLessThan(0);
    assertThat(health.shown()).isTrue();
  }

  @Test
  void afterPair_threeTimesTheControlAndAtTheCeiling_isAlmostNeverEvidence() {
    int shown = 0;
    for (int seed = 0; seed < 400; seed++) {
      Chance chance = new Chance(seed);
      EvidenceOfHealth health = EvidenceOfHealth.NONE;
      for (int i = 0; i < 200; i++) {
        Pair pair =
            new Pair(
                new Counts(100, (double) chance.poisson(1)),
                new Counts(1000, (double) chance.poisson(3.333)));
        health = health.afterPair(pair, EVEN).afterContender(pair.contender(), ONE_PERCENT, 1);
      }
      shown += health.shown() ? 1 : 0;
    }
    assertThat(shown).isLessThanOrEqualTo(8);
  }

  @Test
  void afterPair_oneSideMissing_changesNothing() {
    Pair silent = new Pair(new Counts(100, 0), Counts.NONE);

    assertThat(EvidenceOfHealth.NONE.afterPair(silent, EVEN)).isEqualTo(EvidenceOfHealth.NONE);
  }
}
