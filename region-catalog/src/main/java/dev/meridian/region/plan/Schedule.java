package dev.meridian.region.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How long waves take that have not begun, by the releases that are over. */
final class Schedule {
  /** Beside the bake of a wave, before anything was measured: the quickest, usual and slowest. */
  private static final List<Duration> PRIOR =
      List.of(Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofMinutes(30));

  /** Monday, 0 o'clock: what matters is the hour of the week, not the week. */
  private static final Instant A_MONDAY = Instant.parse("2024-01-01T00:00:00Z");

  private static final int HOURS_OF_A_WEEK = 168;

  private final List<PastRelease> past;
  private final List<Duration> overheads;

  /**
   * @param past in the order in which they began
   */
  Schedule(List<PastRelease> past) {
    this.past = past;
    this.overheads =
        past.size() < PRIOR.size()
            ? PRIOR
            : past.stream().map(PastRelease::overheadOfAWave).sorted().toList();
  }

  ExpectedDuration of(List<Wave> waves) {
    Duration shortest = each(waves.size(), overheads.getFirst());
    Duration likely = each(waves.size(), median(overheads));
    Duration longest = each(waves.size(), overheads.getLast());
    for (Wave wave : waves) {
      shortest = shortest.plus(wave.longestBake());
      likely = likely.plus(longest(wave, Schedule::usualBake));
      longest =
          longest.plus(
              longest(wave, bake -> bake.duration().isZero() ? Duration.ZERO : bake.ceiling()));
    }
    return new ExpectedDuration(shortest, likely, longest, usualInterval(), source());
  }

  /** The mean over all hours of a week at which it may begin. */
  private static Duration usualBake(BakeTime bake) {
    if (!bake.workingDay()) {
      return bake.duration();
    }
    Duration sum = Duration.ZERO;
    for (int hour = 0; hour < HOURS_OF_A_WEEK; hour++) {
      Instant begin = A_MONDAY.plus(Duration.ofHours(hour));
      sum = sum.plus(Duration.between(begin, bake.until(begin, ZoneOffset.UTC)));
    }
    return Duration.ofSeconds(sum.toSeconds() / HOURS_OF_A_WEEK);
  }

  private Optional<Duration> usualInterval() {
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < past.size(); i++) {
      gaps.add(Duration.between(past.get(i - 1).began(), past.get(i).began()));
    }
    gaps.sort(Comparator.naturalOrder());
    return gaps.size() < 2 ? Optional.empty() : Optional.of(median(gaps));
  }

  private String source() {
    String measured =
        past.size() < PRIOR.size()
            ? "a prior, as fewer than three releases have completed"
            : past.size() + " releases";
    return "beside its bake a wave takes "
        + Durations.say(overheads.getFirst())
        + " to "
        + Durations.say(overheads.getLast())
        + ", usually "
        + Durations.say(median(overheads))
        + " ("
        + measured
        + ")";
  }

  private static Duration longest(Wave wave, Function<BakeTime, Duration> lasts) {
    return wave.placements().stream()
        .map(Placement::bake)
        .map(lasts)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static Duration each(int waves, Duration overhead) {
    return overhead.multipliedBy(waves);
  }

  /** The upper of the two in the middle. */
  private static Duration median(List<Duration> sorted) {
    return sorted.get(sorted.size() / 2);
  }
}
