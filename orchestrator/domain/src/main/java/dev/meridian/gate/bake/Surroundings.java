package dev.meridian.gate.bake;

import dev.meridian.gate.change.OutsideChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What else changed in the contender's region. A change in the bake begins it anew, for what was
 * seen before says little about what is there now: time, requests, good samples and evidence of
 * health count from then on. A limit that was crossed stays crossed, and the tests go on: they
 * compare with regions that did not change.
 *
 * @param restartedAt end of the interval in which the bake last began anew
 * @param restarts how often it has
 * @param near changes that began in the bake or within the hour before, oldest first
 */
public record Surroundings(Optional<Instant> restartedAt, int restarts, List<OutsideChange> near) {
  public static final Surroundings NONE = new Surroundings(Optional.empty(), 0, List.of());

  /** A change that began so shortly before the exposure is near. */
  public static final Duration NEAR = Duration.ofHours(1);

  /**
   * With more, a region in which something changes every hour could never pass its bake; further
   * changes are named and nothing else.
   */
  static final int MOST_RESTARTS = 3;

  private static final int MOST_NEAR = 10;

  public Surroundings {
    near = List.copyOf(near);
  }

  /** After an interval. */
  Surroundings after(BakeSubject subject, GridObservations grid) {
    Instant earliest = subject.exposedAt().minus(NEAR);
    List<OutsideChange> begun =
        grid.changes().stream().filter(change -> !change.from().isBefore(earliest)).toList();
    if (begun.isEmpty()) {
      return this;
    }
    List<OutsideChange> all = new ArrayList<>(near);
    all.addAll(begun);
    all.sort(Comparator.comparing(OutsideChange::from));
    boolean disturbed =
        begun.stream().anyMatch(change -> change.from().isAfter(subject.exposedAt()));
    List<OutsideChange> newest = all.subList(Math.max(0, all.size() - MOST_NEAR), all.size());
    return disturbed && restarts < MOST_RESTARTS
        ? new Surroundings(Optional.of(grid.until()), restarts + 1, newest)
        : new Surroundings(restartedAt, restarts, newest);
  }

  /** Whether the bake began anew with the interval that ended at an instant. */
  boolean restarted(Instant at) {
    return restartedAt.filter(at::equals).isPresent();
  }

  /** What was changed last, for people; empty where nothing was. */
  Optional<String> newest() {
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of(
            near.getLast().sentence()
                + (near.size() == 1 ? "" : " and " + (near.size() - 1) + " more"));
  }
}
