package dev.meridian.ledger.knowledge;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.meridian.ledger.Documents;
import dev.meridian.ledger.Ledger;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.region.ServiceName;
import dev.meridian.region.incident.Incident;
import dev.meridian.release.ReleaseId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The incident record of each service, in the chain of the service's document: what bake times come
 * from. Every method throws {@link dev.meridian.ledger.LedgerUnreachableException} when the
 * database does not answer.
 */
@Singleton
public final class Incidents {
  private static final TypeReference<Content> CONTENT = new TypeReference<>() {};

  private final NoteBook book;

  public Incidents(Ledger ledger) {
    this.book = new NoteBook(ledger, "incident-recorded");
  }

  /**
   * An incident to note, already validated.
   *
   * @param release that caused it, where Meridian saw it itself
   * @param actor who says so: a person, or {@code meridian}
   */
  public record NewIncident(
      ServiceName service,
      Incident incident,
      Optional<ReleaseId> release,
      String actor,
      Instant at) {}

  private record Content(Incident incident, Optional<ReleaseId> release) {}

  /** Notes an incident; a key belongs to the service. */
  public Noted<RecordedIncident> add(NewIncident incident, IdempotencyKey key) {
    Content content = new Content(incident.incident(), incident.release());
    return book.add(
            new NoteBook.Note(
                subject(incident.service()),
                MeridianJson.tree(content),
                incident.actor(),
                incident.at()),
            key)
        .map(Incidents::recorded);
  }

  /** What {@link #add} answered under this key; empty when nothing was noted under it. */
  public Optional<Noted<RecordedIncident>> answered(ServiceName service, IdempotencyKey key) {
    return book.answered(subject(service), key).map(noted -> noted.map(Incidents::recorded));
  }

  /** Newest first; {@code before} is a cursor: the last seq of the page before. */
  public List<RecordedIncident> list(ServiceName service, Optional<Long> before, int limit) {
    return book.newest(subject(service), before, limit).stream().map(Incidents::recorded).toList();
  }

  private static Subject subject(ServiceName service) {
    return Subject.document(Documents.SERVICE, service.value());
  }

  private static RecordedIncident recorded(LedgerEntry entry) {
    Content content = MeridianJson.read(entry.payload(), CONTENT);
    return new RecordedIncident(
        entry.seq(), content.incident(), content.release(), entry.actor(), entry.at());
  }
}
