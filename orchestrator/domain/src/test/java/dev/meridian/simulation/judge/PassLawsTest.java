package dev.meridian.simulation.judge;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.gate.bake.BakeSubject;
import dev.meridian.gate.bake.BakeTerms;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.region.RegionCode;
import dev.meridian.simulation.BrokenLaw;
import dev.meridian.simulation.judge.Interval.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A checker that never bites proves nothing: each law is broken on purpose. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class PassLawsTest {
  private static final Instant EXPOSED = Instant.ofEpochSecond(600);
  private static final Instant UNTIL = EXPOSED.plus(Duration.ofMinutes(60));
  private static final Told BUSY =
      new Told(
          new Measured.Seen<>(new Counts(100, 0)),
          new Measured.Seen<>(new Counts(100, 0)),
          new Measured.Seen<>(Place.MEMORY));

  private final PassLaws laws =
      new PassLaws(
          new BakeSubject(
              new RegionCode("sim-region-a"),
              Gates.every(Duration.ofMinutes(1)),
              new TreeMap<>(),
              new TreeMap<>(),
              new TreeMap<>(),
              EXPOSED),
          new BakeTerms(UNTIL, UNTIL, Duration.ofHours(1), Duration.ofHours(6), 1_000));

  private void measured(int from, int until, Told told) {
    for (int i = from; i <= until; i++) {
      laws.measured(told, i, i % 5 == 0);
    }
  }

  private void broken(String property, Instant at, boolean clusterAnswers) {
    assertThatThrownBy(() -> laws.passed(at, clusterAnswers))
        .isInstanceOf(BrokenLaw.class)
        .hasMessageStartingWith(property);
  }

  @Test
  void pass_withEverythingThere_isLawful() {
    measured(1, 60, BUSY);

    laws.passed(UNTIL, true);
  }

  @Test
  void pass_beforeItsTime_breaksP8() {
    measured(1, 59, BUSY);

    broken("P8", UNTIL.minusSeconds(60), true);
  }

  @Test
  void pass_withTooFewRequests_breaksP8() {
    measured(
        1, 60, new Told(new Measured.Seen<>(new Counts(10, 0)), BUSY.latency(), BUSY.memory()));

    broken("P8", UNTIL, true);
  }

  @Test
  void pass_onHalfOfTheDataOrLess_breaksP7() {
    measured(1, 31, Told.NOTHING);
    measured(32, 60, BUSY);

    broken("P7", UNTIL, true);
  }

  @Test
  void pass_inSilence_breaksP7() {
    measured(1, 50, BUSY);
    measured(51, 60, Told.UNANSWERED);

    broken("P7", UNTIL, true);
  }

  @Test
  void pass_whileTheClusterIsAway_breaksP33() {
    measured(1, 60, BUSY);

    broken("P33", UNTIL, false);
  }
}
