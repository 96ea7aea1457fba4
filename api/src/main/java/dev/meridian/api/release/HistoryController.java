package dev.meridian.api.release;

import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.Ledger;
import dev.meridian.ledger.Ledger.ChainReport;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.Subject;
import dev.meridian.release.RegionEvent.VerdictGiven;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What happened in a release, as it happens and afterwards. */
@Controller("/api/v1/releases/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class HistoryController {
  private static final int LONGEST_PAGE = 500;

  /** A reader of events costs one virtual thread, which mostly waits. */
  private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

  private final ReleaseShelf shelf;
  private final Ledger ledger;
  private final ReleaseLedger history;
  private final Artifacts artifacts;
  private final Duration heartbeat;

  HistoryController(
      ReleaseShelf shelf,
      Ledger ledger,
      ReleaseLedger history,
      Artifacts artifacts,
      @Property(name = "meridian.heartbeat") Duration heartbeat) {
    this.shelf = shelf;
    this.ledger = ledger;
    this.history = history;
    this.artifacts = artifacts;
    this.heartbeat = heartbeat;
  }

  @Get(value = "/events", produces = MediaType.TEXT_EVENT_STREAM)
  @Operation(
      summary = "Events as they happen",
      description =
          "Goes on after Last-Event-ID. Ends with the release: 204 when nothing is left to tell.")
  HttpResponse<Flux<byte[]>> events(
      String id, @Header("Last-Event-ID") @Nullable Long lastEventId) {
    ReleaseRow row = shelf.row(id);
    long after = lastEventId == null ? 0 : lastEventId;
    boolean ended = row.phase() == Phase.ENDED;
    if (ended && row.seq() <= after) {
      return HttpResponse.noContent();
    }
    Flux<byte[]> pieces =
        Flux.<byte[], EventStream>generate(
                () -> new EventStream(ledger, Subject.release(row.id()), after, ended, heartbeat),
                (stream, sink) -> {
                  byte[] piece = stream.next();
                  if (piece.length == 0) {
                    sink.complete();
                  } else {
                    sink.next(piece);
                  }
                  return stream;
                })
            .subscribeOn(Schedulers.fromExecutorService(readers));
    return HttpResponse.ok(pieces).header("Cache-Control", "no-store");
  }

  /** Verdicts in order. */
  record Evidence(List<EvidenceView> verdicts) {}

  @Get("/evidence")
  @Operation(summary = "Every verdict with the numbers that it was given on")
  Evidence evidence(String id, @Nullable String region) {
    return new Evidence(
        history.history(shelf.row(id).id()).stream()
            .filter(recorded -> recorded.event() instanceof VerdictGiven)
            .map(recorded -> EvidenceView.of(recorded, (VerdictGiven) recorded.event(), artifacts))
            .filter(view -> region == null || region.equals(view.region()))
            .toList());
  }

  /**
   * A page of the chain.
   *
   * @param next what {@code after} takes to get the next page; empty on the last one
   * @param chain whether the whole chain holds, where that was asked
   */
  record Chain(List<EntryView> entries, Optional<Long> next, Optional<Map<String, Object>> chain) {}

  @Get("/ledger")
  @Operation(
      summary = "The release's entries in the ledger, with their hashes",
      description = "With verify=true the chain is computed again from its first entry.")
  Chain ledger(String id, @Nullable Long after, @Nullable Integer limit, @Nullable Boolean verify) {
    Subject subject = Subject.release(shelf.row(id).id());
    int size = Math.clamp(limit == null ? LONGEST_PAGE : limit, 1, LONGEST_PAGE);
    List<LedgerEntry> entries = ledger.read(subject, after == null ? 0 : after, size);
    return new Chain(
        entries.stream().map(EntryView::of).toList(),
        entries.size() < size ? Optional.empty() : Optional.of(entries.getLast().seq()),
        Boolean.TRUE.equals(verify) ? Optional.of(said(ledger.verify(subject))) : Optional.empty());
  }

  private static Map<String, Object> said(ChainReport report) {
    return switch (report) {
      case ChainReport.Intact(long entries, String headHash) ->
          Map.of("intact", true, "entries", entries, "headHash", headHash);
      case ChainReport.Broken(long seq, String sentence) ->
          Map.of("intact", false, "seq", seq, "sentence", sentence);
    };
  }
}
