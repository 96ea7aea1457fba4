package dev.meridian.worker.traffic;

import dev.meridian.region.Region;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.service.ServiceSpec;
import dev.meridian.worker.Clock;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.frozen.FrozenRollout;
import java.time.Duration;

/**
 * One execution of a traffic activity: where, by which clock, and as long as its pulse lets it.
 *
 * @param zone Route 53 within this execution's share of the budget
 */
record Place(FrozenRollout frozen, HostedZone zone, Clock clock, Pulse pulse) {
  private static final Duration SHORTEST_WALL = Duration.ofMillis(20);

  RegionAttempt rollout() {
    return frozen.rollout();
  }

  RegionCode code() {
    return frozen.region().code();
  }

  Region region() {
    return frozen.region();
  }

  ServiceSpec service() {
    return frozen.service();
  }

  /** Waits for Meridian time to pass, but long enough on the wall not to spin. */
  void sleep(Duration meridian) throws InterruptedException {
    Duration wall = clock.pace().toWall(meridian);
    pulse.sleep(wall.compareTo(SHORTEST_WALL) < 0 ? SHORTEST_WALL : wall);
  }
}
