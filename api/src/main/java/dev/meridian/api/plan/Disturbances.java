package dev.meridian.api.plan;

import dev.meridian.gate.change.OutsideChange;
import dev.meridian.gate.replay.Disturbance;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.knowledge.Changes;
import dev.meridian.ledger.knowledge.Incidents;
import dev.meridian.ledger.knowledge.RecordedChange;
import dev.meridian.ledger.knowledge.RecordedIncident;
import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import dev.meridian.region.incident.Incident;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is on record of a service's last days: they are not healthy days there and then. */
@Singleton
final class Disturbances {
  private static final Duration REACH = Duration.ofDays(2);
  private static final int RELEASES = 50;
  private static final int NOTES = 200;

  private final Releases releases;
  private final ReleaseLedger ledger;
  private final Incidents incidents;
  private final Changes changes;

  Disturbances(Releases releases, ReleaseLedger ledger, Incidents incidents, Changes changes) {
    this.releases = releases;
    this.ledger = ledger;
    this.incidents = incidents;
    this.changes = changes;
  }

  /** Everything that reaches into the two days before an instant. */
  List<Disturbance> before(ServiceName service, Instant now) {
    Instant since = now.minus(REACH);
    Stream<Disturbance> own =
        releases.list(Optional.of(service), Optional.empty(), RELEASES).stream()
            .filter(row -> row.endedAt().orElse(now).isAfter(since))
            .flatMap(row -> ofRelease(row, now));
    Stream<Disturbance> harm =
        incidents.list(service, Optional.empty(), NOTES).stream()
            .map(RecordedIncident::incident)
            .map(Disturbances::ofIncident);
    Stream<Disturbance> others =
        changes.list(Optional.empty(), NOTES).stream()
            .map(RecordedChange::change)
            .map(change -> ofChange(change, now));
    return Stream.of(own, harm, others)
        .flatMap(all -> all)
        .filter(each -> each.until().isAfter(since) && each.from().isBefore(now))
        .toList();
  }

  /** From the first that was done in a region to the last. */
  private Stream<Disturbance> ofRelease(ReleaseRow row, Instant now) {
    SortedMap<RegionCode, Instant> first = new TreeMap<>();
    SortedMap<RegionCode, Instant> last = new TreeMap<>();
    for (Recorded<ReleaseEvent> recorded : ledger.history(row.id())) {
      if (recorded.event() instanceof RegionEvent event) {
        first.putIfAbsent(event.region(), recorded.at());
        boolean over =
            event instanceof RegionEvent.RegionEnded || event instanceof RegionEvent.RegionSettled;
        last.put(event.region(), over ? recorded.at() : row.endedAt().orElse(now));
      }
    }
    return first.entrySet().stream()
        .map(entry ->
            new Disturbance(
                List.of(entry.getKey()), entry.getValue(), last.getOrDefault(entry.getKey(), now)));
  }

  private static Disturbance ofIncident(Incident incident) {
    return new Disturbance(
        List.of(incident.region()), incident.at().minus(incident.timeToFailure()), incident.at());
  }

  private static Disturbance ofChange(OutsideChange change, Instant now) {
    return new Disturbance(change.regions(), change.from(), change.until().orElse(now));
  }
}
