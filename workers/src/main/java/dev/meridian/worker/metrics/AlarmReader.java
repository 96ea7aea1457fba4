package dev.meridian.worker.metrics;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.alarm.Alert;
import dev.meridian.gate.bake.GateObservation;
import dev.meridian.gate.bake.GateObservation.Firing;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.Tiling;
import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds where the alert of an alarm gate fires: in the regions whose presence has its labels. An
 * alert that names another revision than the contender's is not about the contender.
 */
final class AlarmReader {
  /** An alert that had fired so shortly before the release came is one that comes and goes. */
  private static final Duration LATELY = Duration.ofHours(1);

  private final GateSpec.Alarm gate;
  private final Contender contender;
  private final SortedMap<RegionCode, SortedMap<String, String>> presences;
  private final Instant touchedAt;
  private final HeardAlerts heard;

  /**
   * @param presences labels by region with users
   * @param touchedAt when this attempt first changed the contender's region
   */
  AlarmReader(
      GateSpec.Alarm gate,
      Contender contender,
      SortedMap<RegionCode, SortedMap<String, String>> presences,
      Instant touchedAt,
      HeardAlerts heard) {
    this.gate = gate;
    this.contender = contender;
    this.presences = presences;
    this.touchedAt = touchedAt;
    this.heard = heard;
  }

  /** What was known at the end of each interval. */
  List<GateObservation> read(Tiling tiling) {
    Measured<List<Alert>> alerts = heard.now(gate.alert());
    List<GateObservation> observations = new ArrayList<>();
    for (int i = 0; i < tiling.count(); i++) {
      observations.add(at(tiling.end(i), alerts));
    }
    return observations;
  }

  /** What is known between two intervals. */
  GateObservation.Alerts at(Instant now) {
    return at(now, heard.justNow(gate.alert()));
  }

  private GateObservation.Alerts at(Instant instant, Measured<List<Alert>> alerts) {
    return new GateObservation.Alerts(
        touchedAt,
        switch (alerts) {
          case Measured.Seen<List<Alert>>(List<Alert> all) ->
              new Measured.Seen<>(firing(instant, all));
          case Measured.NoData<List<Alert>>(String why) -> new Measured.NoData<>(why);
          case Measured.QueryError<List<Alert>>(String said) -> new Measured.QueryError<>(said);
        });
  }

  private SortedMap<RegionCode, Firing> firing(Instant instant, List<Alert> all) {
    SortedMap<RegionCode, Firing> firing = new TreeMap<>();
    presences.forEach((region, labels) ->
        all.stream()
            .filter(alert -> alert.firing(instant) && isHere(alert, region, labels))
            .map(alert -> new Firing(began(alert, all), alert.summary()))
            .max(Comparator.comparing(Firing::since))
            .ifPresent(newest -> firing.put(region, newest)));
    return firing;
  }

  private boolean isHere(Alert alert, RegionCode region, Map<String, String> labels) {
    Optional<String> revision = Optional.ofNullable(alert.labels().get(contender.label()));
    boolean ofAnother = revision.isPresent() && !revision.equals(contender.revision());
    return alert.carries(gate.labels())
        && alert.carries(labels)
        && !(region.equals(contender.region()) && ofAnother);
  }

  /** Its beginning; for one that fired shortly before the release came, that time's. */
  private Instant began(Alert alert, List<Alert> all) {
    return all.stream()
        .filter(other -> other.fingerprint().equals(alert.fingerprint()))
        .filter(other -> other.startsAt().isBefore(touchedAt))
        .filter(
            other -> other.endedAt().filter(end -> end.isBefore(touchedAt.minus(LATELY))).isEmpty())
        .map(Alert::startsAt)
        .min(Comparator.naturalOrder())
        .orElse(alert.startsAt());
  }
}
