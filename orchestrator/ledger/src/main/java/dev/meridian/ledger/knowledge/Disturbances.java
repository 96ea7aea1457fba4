package dev.meridian.ledger.knowledge;

import dev.meridian.gate.change.Disturbance;
import dev.meridian.gate.change.OutsideChange;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Releases.ReleaseRow;
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

/**
 * What is on record of a service's past: these were not healthy times there. Every method throws
 * {@link dev.meridian.ledger.LedgerUnreachableException} when the database does not answer.
 */
@Singleton
public final class Disturbances {
  private static final int RELEASES = 200;
  private static final int NOTES = 200;

  private final Releases releases;
  private final ReleaseLedger ledger;
  private final Incidents incidents;
  private final Changes changes;

  public Disturbances(
      Releases releases, ReleaseLedger ledger, Incidents incidents, Changes changes) {
    this.releases = releases;
    this.ledger = ledger;
    this.incidents = incidents;
    this.changes = changes;
  }

  /** Everything that reaches into the time before an instant, as far back as {@code reach}. */
  public List<Disturbance> before(ServiceName service, Instant now, Duration reach) {
    Stream<Disturbance> others =
        changes.list(Optional.empty(), NOTES).stream()
            .map(RecordedChange::change)
            .map(change -> ofChange(change, now));
    return Stream.concat(itsOwn(service, now, reach).stream(), others)
        .filter(each -> reaches(each, now.minus(reach), now))
        .toList();
  }

  /**
   * Only the service's own releases and incidents, as they were known then: a flag that was turned
   * three days ago is how things are now, a release that was taken back is not.
   */
  public List<Disturbance> itsOwn(ServiceName service, Instant now, Duration reach) {
    Instant since = now.minus(reach);
    Stream<Disturbance> own =
        releases.list(Optional.of(service), Optional.empty(), RELEASES).stream()
            .filter(row -> row.startedAt().isBefore(now))
            .filter(row -> row.endedAt().orElse(now).isAfter(since))
            .flatMap(row -> ofRelease(row, now));
    Stream<Disturbance> harm =
        incidents.list(service, Optional.empty(), NOTES).stream()
            .filter(recorded -> recorded.at().isBefore(now))
            .map(RecordedIncident::incident)
            .map(Disturbances::ofIncident);
    return Stream.concat(own, harm).filter(each -> reaches(each, since, now)).toList();
  }

  private static boolean reaches(Disturbance each, Instant since, Instant now) {
    return each.until().isAfter(since) && each.from().isBefore(now);
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
