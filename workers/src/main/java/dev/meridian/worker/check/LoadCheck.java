package dev.meridian.worker.check;

import dev.meridian.check.Incumbent;
import dev.meridian.check.LoadEvidence;
import dev.meridian.check.LoadJudgement;
import dev.meridian.check.LoadMeasurement;
import dev.meridian.check.LoadRecord;
import dev.meridian.check.LoadReport;
import dev.meridian.check.LoadVerdict;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.Tiling;
import dev.meridian.region.Presence;
import dev.meridian.service.CheckSpec;
import dev.meridian.worker.Clock;
import dev.meridian.worker.HostAliases;
import dev.meridian.worker.metrics.ResourceReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sends load to the service's own endpoint in the region, and nowhere else. Where there are users
 * it may use at most half of the room that the presence declares: its capacity less its peak
 * demand.
 */
final class LoadCheck {
  private static final double HIGHEST_RATE = 5_000;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final HostAliases aliases;
  private final LoadRecords records;
  private final ResourceReader resources;
  private final Clock clock;

  LoadCheck(HostAliases aliases, LoadRecords records, ResourceReader resources, Clock clock) {
    this.aliases = aliases;
    this.records = records;
    this.resources = resources;
    this.clock = clock;
  }

  CheckOutcome run(CheckSpec.Load load, CheckPlace place) throws InterruptedException {
    refuseUnsafe(load, place);
    LoadMeasurement measured = measured(load, place);
    Incumbent incumbent = records.incumbent(place.rollout(), load.name());
    return switch (LoadJudgement.judge(load, measured, incumbent)) {
      case LoadVerdict.Passed(String sentence) ->
          new CheckOutcome(true, sentence, kept(load, place, measured, incumbent));
      case LoadVerdict.FoundFault(String sentence) ->
          new CheckOutcome(false, sentence, kept(load, place, measured, incumbent));
      case LoadVerdict.Inconclusive(String sentence) ->
          throw place.unreachable("check " + load.name() + ": " + sentence);
    };
  }

  private String kept(
      CheckSpec.Load load, CheckPlace place, LoadMeasurement measured, Incumbent incumbent) {
    String revision = place.frozen().revision().id().label();
    return records.keep(LoadEvidence.of(LoadRecord.of(revision, load, measured), incumbent));
  }

  /** What was not sent as planned is sent again while the time limit has room for it. */
  private LoadMeasurement measured(CheckSpec.Load load, CheckPlace place)
      throws InterruptedException {
    URI target = aliases.resolve(URI.create(place.endpoint() + load.path()));
    long lastStart =
        System.nanoTime() + load.timeout().minus(load.duration()).dividedBy(2).toNanos();
    while (true) {
      Instant from = clock.now();
      LoadReport report =
          new LoadGenerator(target, load.rate(), load.duration()).run(place.pulse());
      Tiling window = new Tiling(from, Duration.between(from, clock.now()), 1);
      if (LoadJudgement.unsent(report).isEmpty()) {
        return new LoadMeasurement(report, used(load, place, window));
      }
      if (System.nanoTime() > lastStart) {
        return new LoadMeasurement(report, new TreeMap<>());
      }
    }
  }

  private SortedMap<String, Measured<Double>> used(
      CheckSpec.Load load, CheckPlace place, Tiling window) throws InterruptedException {
    if (load.resources().isEmpty()) {
      return new TreeMap<>();
    }
    place.pulse().sleep(clock.pace().toWall(ResourceReader.SETTLE));
    return resources.read(load.resources(), place.frozen(), window);
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
