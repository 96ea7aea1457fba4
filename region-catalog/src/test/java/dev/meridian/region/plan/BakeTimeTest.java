package dev.meridian.region.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class BakeTimeTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @ParameterizedTest
  @CsvSource({
    // Two days from Monday hold a Tuesday; from Friday noon they hold no working day at all.
    "2026-06-01T08:00:00Z, 2026-06-03T08:00:00Z",
    "2026-06-05T10:00:00Z, 2026-06-08T15:00:00Z",
    "2026-06-05T07:00:00Z, 2026-06-07T07:00:00Z",
    "2026-06-05T07:00:01Z, 2026-06-08T15:00:00Z",
    "2026-06-06T00:00:00Z, 2026-06-08T15:00:00Z",
    // Clocks go back on Sunday: Monday ends an hour later in UTC.
    "2026-10-24T12:00:00Z, 2026-10-26T16:00:00Z"
  })
  void canary_fromAnyDay_seesAWholeWorkingDayOfItsZone(Instant exposedAt, Instant until) {
    assertThat(bake(Duration.ofDays(7), true).until(exposedAt, PARIS)).isEqualTo(until);
  }

  @Test
  void canary_ceilingBeforeTheWorkingDay_endsAtTheCeiling() {
    Instant friday = Instant.parse("2026-06-05T10:00:00Z");

    assertThat(bake(Duration.ofDays(2), true).until(friday, PARIS))
        .isEqualTo(friday.plus(Duration.ofDays(2)));
  }

  @Test
  void bake_noWorkingDayAsked_lastsItsDuration() {
    Instant friday = Instant.parse("2026-06-05T10:00:00Z");

    assertThat(bake(Duration.ofDays(7), false).until(friday, PARIS))
        .isEqualTo(friday.plus(Duration.ofDays(2)));
  }

  private static BakeTime bake(Duration ceiling, boolean workingDay) {
    return new BakeTime(
        Duration.ofDays(2), ceiling, 489, List.of(), List.of(), Duration.ZERO, workingDay);
  }
}
