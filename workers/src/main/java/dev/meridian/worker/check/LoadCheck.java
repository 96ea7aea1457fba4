package dev.meridian.worker.check;

import dev.meridian.region.Presence;
import dev.meridian.service.CheckSpec;
import dev.meridian.worker.HostAliases;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Sends load to the service's own endpoint in the region, and nowhere else. Where there are users
 * it may use at most half of the room that the presence declares: its capacity less its peak
 * demand.
 */
final class LoadCheck {
  private static final double HIGHEST_RATE = 5_000;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final HostAliases aliases;

  LoadCheck(HostAliases aliases) {
    this.aliases = aliases;
  }

  CheckOutcome run(CheckSpec.Load load, CheckPlace place) {
    refuseUnsafe(load, place);
    URI target = aliases.resolve(URI.create(place.endpoint() + load.path()));
    LoadReport report = measured(load, place, target);
    if (report.answered() == 0) {
      throw place.unreachable(
          "check " + load.name() + ": none of " + report.planned() + " requests was answered");
    }
    return LoadJudgement.judge(load, report);
  }

  /** A late generator tries again while the time limit has room for another run. */
  private static LoadReport measured(CheckSpec.Load load, CheckPlace place, URI target) {
    long lastStart =
        System.nanoTime() + load.timeout().minus(load.duration()).dividedBy(2).toNanos();
    while (true) {
      LoadReport report =
          new LoadGenerator(target, load.rate(), load.duration()).run(place.pulse());
      Optional<String> late = LoadJudgement.inconclusive(report);
      if (late.isEmpty()) {
        return report;
      }
      if (System.nanoTime() > lastStart) {
        throw place.unreachable("check " + load.name() + ": " + late.get());
      }
    }
  }

  private static void refuseUnsafe(CheckSpec.Load load, CheckPlace place) {
    if (load.rate() > HIGHEST_RATE || load.duration().compareTo(LONGEST) > 0) {
      throw place.unusable(
          "check "
              + load.name()
              + String.format(
                  Locale.ROOT,
                  ": at most %.0f requests/s for %s; shorten it",
                  HIGHEST_RATE,
                  LONGEST));
    }
    Presence presence = place.frozen().presence();
    double room = (presence.capacity().value() - presence.peak().value()) / 2;
    if (presence.role().hasUsers() && load.rate() > room) {
      throw place.unusable(
          "check "
              + load.name()
              + String.format(
                  Locale.ROOT,
                  ": %.1f requests/s is more than half of the room beside users (%.1f); lower the"
                      + " rate or run it in staging only",
                  load.rate(),
                  Math.max(0, room)));
    }
  }
}
