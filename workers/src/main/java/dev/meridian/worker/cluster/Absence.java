package dev.meridian.worker.cluster;

import dev.meridian.release.RegionEvent.RegionObserved;
import dev.meridian.worker.Clock;
import dev.meridian.worker.OutsideView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Waits while a cluster is away. Dark is believed after 30 s of Meridian time and at least two
 * looks in a row; with real time that is four looks, where a Meridian minute is a wall instant it
 * is two.
 */
final class Absence {
  private static final Duration DARK = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final Duration SHORTEST_LOOK = Duration.ofMillis(250);
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(5);

  private final OutsideView view;
  private final Clock clock;

  Absence(OutsideView view, Clock clock) {
    this.view = view;
    this.clock = clock;
  }

  /** Ends when the cluster is back, the region is dark, or the policy's time is over. */
  RegionObserved await(Workplace place) throws InterruptedException {
    return await(place, true);
  }

  /** Ends when the cluster is back or the policy's time is over, dark or not. */
  RegionObserved awaitReturn(Workplace place) throws InterruptedException {
    return await(place, false);
  }

  private RegionObserved await(Workplace place, boolean untilDark) throws InterruptedException {
    Duration most = wall(place.frozen().service().release().unreachableDeadline(), SHORTEST_WAIT);
    long deadline = System.nanoTime() + most.toNanos();
    Optional<Instant> darkSince = Optional.empty();
    int darkLooks = 0;
    while (true) {
      place.pulse().check();
      Instant now = clock.now();
      RegionObserved seen = view.look(place.rollout());
      darkLooks = seen.dark() ? darkLooks + 1 : 0;
      darkSince = seen.dark() ? Optional.of(darkSince.orElse(now)) : Optional.empty();
      boolean dark =
          darkLooks >= 2 && darkSince.filter(since -> lasts(since, clock.now())).isPresent();
      if (seen.cluster() || (dark && untilDark) || System.nanoTime() > deadline) {
        return seen;
      }
      place.pulse().sleep(wall(LOOK, SHORTEST_LOOK));
    }
  }

  private static boolean lasts(Instant since, Instant now) {
    return !now.isBefore(since.plus(DARK));
  }

  private Duration wall(Duration meridian, Duration least) {
    Duration wall = clock.pace().toWall(meridian);
    return wall.compareTo(least) < 0 ? least : wall;
  }
}
