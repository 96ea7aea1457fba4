package dev.meridian.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.pace.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTimeTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path directory;

  @Test
  void newWorld_beginsWhereItIsTold() {
    Pace pace = WorldTime.resume(directory.resolve("missing"), 60, NOON);
    assertThat(pace.anchor()).isEqualTo(NOON);
    assertThat(pace.factor()).isEqualTo(60);
  }

  @Test
  void worldClosed_goesOnWhereItWas() {
    ManualClock clock = new ManualClock(NOON);
    try (WorldTime _ = WorldTime.remember(directory, clock)) {
      clock.advance(Duration.ofDays(2));
    }
    assertThat(WorldTime.resume(directory, 1, NOON).anchor())
        .isEqualTo(NOON.plus(Duration.ofDays(2)));
  }

  @Test
  void worldResumed_isNeverEarlierThanItsJournal() {
    ManualClock clock = new ManualClock(NOON.plus(Duration.ofHours(3)));
    try (FileJournal journal = FileJournal.open(directory, clock)) {
      journal.append("dns", Map.of());
    }
    assertThat(WorldTime.resume(directory, 1, NOON).anchor()).isEqualTo(clock.now());
  }

  @Test
  void worldResumed_isNeverEarlierThanItsCallerKnows() {
    ManualClock clock = new ManualClock(NOON);
    WorldTime.remember(directory, clock).close();
    Instant known = NOON.plus(Duration.ofMinutes(1));
    assertThat(WorldTime.resume(directory, 1, known).anchor()).isEqualTo(known);
  }
}
