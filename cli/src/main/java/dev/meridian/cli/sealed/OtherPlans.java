package dev.meridian.cli.sealed;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.traffic.CeilingAlarm;
import dev.meridian.sandbox.traffic.OtherRollout;
import dev.meridian.sandbox.world.WorldSpec;
import dev.meridian.sandbox.world.WorldSpec.WorldRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * The same world under plans without Meridian, under the eyes of a careful team: an alarm per
 * region on the ceilings of the example service, five bad minutes in a row, and then everything is
 * taken back within ten minutes.
 */
final class OtherPlans {
  private static final CeilingAlarm ALARM = new CeilingAlarm(0.01, 0.05, 5);
  private static final Duration TAKING_BACK = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);

  private final WorldSpec world;
  private final String image;
  private final Instant from;
  private final Instant until;

  /**
   * @param from when the release starts
   * @param until when counting ends
   */
  OtherPlans(WorldSpec world, String image, Instant from, Instant until) {
    this.world = world;
    this.image = image;
    this.from = from;
    this.until = until;
  }

  /** Every region from the start on. */
  long atOnce() {
    return harmed(Duration.ZERO);
  }

  /** One region after the other by name, an hour each. */
  long hourly() {
    return harmed(HOUR);
  }

  private long harmed(Duration step) {
    TreeMap<RegionCode, Instant> exposed = new TreeMap<>();
    Instant next = from;
    for (RegionCode region : served()) {
      if (next.isBefore(until)) {
        exposed.put(region, next);
      }
      next = next.plus(step);
    }
    return new OtherRollout(world, image, exposed, until).watched(ALARM, TAKING_BACK).harmed();
  }

  private List<RegionCode> served() {
    return world.regions().stream()
        .filter(region -> region.weight() > 0)
        .map(WorldRegion::code)
        .sorted()
        .toList();
  }
}
