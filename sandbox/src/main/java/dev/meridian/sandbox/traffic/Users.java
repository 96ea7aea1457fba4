package dev.meridian.sandbox.traffic;

import dev.meridian.sandbox.world.WorldSpec;
import dev.meridian.sandbox.world.WorldSpec.WorldRegion;
import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneRules;
import java.util.List;

/** The users whose home is one region: how much they ask for, by their own clock. */
final class Users {
  private static final int DAY = 24 * 60 * 60;
  private static final int HOUR = 60 * 60;

  private final ZoneRules clock;
  private final List<Double> demand;
  private final Drift drift;

  Users(WorldSpec spec, WorldRegion home, Weather weather) {
    this.clock = home.zone().getRules();
    this.demand = home.demand();
    this.drift =
        new Drift(
            Chance.key(spec.seed(), "demand", home.code().value()),
            Duration.ofMinutes(40).toMillis(),
            weather.demand());
  }

  /** Requests per second. The demand of an hour is met at its middle, and glides in between. */
  double rate(long instant) {
    if (demand.isEmpty()) {
      return 0;
    }
    Instant at = Instant.ofEpochMilli(instant);
    long second = Math.floorMod(at.getEpochSecond() + clock.getOffset(at).getTotalSeconds(), DAY);
    double position = (double) second / HOUR - 0.5;
    int hour = Math.floorMod((int) Math.floor(position), 24);
    double part = position - Math.floor(position);
    double rate = demand.get(hour) * (1 - part) + demand.get((hour + 1) % 24) * part;
    return rate * drift.at(instant);
  }
}
