package dev.meridian.sandbox.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.sandbox.series.Point;
import dev.meridian.sandbox.series.Series;
import dev.meridian.sandbox.world.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrongClockTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration AHEAD = Duration.ofSeconds(40);

  private final ManualClock right = new ManualClock(NOON);
  private final WrongClock wrong = new WrongClock(right, _ -> AHEAD);

  @Test
  void clock_thatIsWrong_movesItsNowAndTheTimeOfEverySample() {
    RecordedSeries recorded =
        new RecordedSeries().add(Map.of("__name__", "up"), NOON.toEpochMilli(), 15_000, 1, 0);
    Series series = wrong.stamped(recorded).select(List.of()).getFirst();
    long stamp = NOON.plus(AHEAD).toEpochMilli();

    assertThat(wrong.now()).isEqualTo(NOON.plus(AHEAD));
    assertThat(series.between(stamp, stamp + 15_000))
        .containsExactly(new Point(stamp, 1), new Point(stamp + 15_000, 0));
    assertThat(series.newest(stamp, 1_000)).contains(new Point(stamp, 1));
    assertThat(series.newest(stamp - 1, 1_000)).isEmpty();
  }

  @Test
  void clock_thatIsRight_leavesTheSeriesAlone() {
    RecordedSeries recorded = new RecordedSeries();
    assertThat(new WrongClock(right, _ -> Duration.ZERO).stamped(recorded).select(List.of()))
        .isEqualTo(recorded.select(List.of()));
  }
}
