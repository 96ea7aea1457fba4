package dev.meridian.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PaceTest {
  private static final Instant WALL = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

  private final Pace fast = new Pace(WALL, START, 1440);

  @Test
  void factor1440_aMinute_isADay() {
    assertThat(fast.at(WALL.plusSeconds(60))).isEqualTo(START.plus(Duration.ofDays(1)));
    assertThat(fast.toWall(Duration.ofHours(12))).isEqualTo(Duration.ofSeconds(30));
    assertThat(fast.toMeridian(Duration.ofSeconds(30))).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void wallOf_isTheWayBack() {
    Instant wall = WALL.plusSeconds(17);

    assertThat(fast.wallOf(fast.at(wall))).isEqualTo(wall);
  }

  @Test
  void real_isTheWallClock_inMicroseconds() {
    assertThat(Pace.REAL.at(WALL.plusNanos(1_999))).isEqualTo(WALL.plusNanos(1_000));
  }

  @Test
  void factor_belowOne_isRefused() {
    assertThatThrownBy(() -> new Pace(WALL, START, 0)).hasMessageContaining("1 or more: was 0");
  }
}
