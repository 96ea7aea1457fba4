package dev.meridian.cli.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.ledger.Installation;
import dev.meridian.ledger.Ledger;
import dev.meridian.ledger.Ledger.ChainReport;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.postgres.LedgerDatabase;
import dev.meridian.ledger.testing.TestDatabase;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** The ledger as the test itself reads it, past api, worker and every way that is cut. */
final class Chronicle implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final ApplicationContext context;
  private final Ledger ledger;

  Chronicle(LedgerDatabase database) {
    this.context = TestDatabase.context(database);
    this.ledger = context.getBean(Ledger.class);
  }

  void markSandbox(Instant at) {
    context.getBean(Installation.class).markSandbox(at);
  }

  /** Waits, woken by the database, until so many entries of a type stand there. */
  void await(ReleaseId release, String type, int count) {
    Instant deadline = Instant.now().plus(LONGEST);
    List<LedgerEntry> entries = entries(release);
    while (entries.stream().filter(entry -> entry.type().equals(type)).count() < count) {
      assertThat(Instant.now())
          .as("waits for %d %s after %s", count, type, types(entries))
          .isBefore(deadline);
      ledger.await(Subject.release(release), entries.size(), 1, Duration.ofSeconds(5));
      entries = entries(release);
    }
  }

  /** How a release ended, once it has. */
  ReleaseOutcome awaitEnd(ReleaseId release) {
    await(release, "release-ended", 1);
    return context.getBean(Releases.class).find(release).orElseThrow().outcome().orElseThrow();
  }

  /** Every entry that there is. */
  List<LedgerEntry> entries(ReleaseId release) {
    return ledger.read(Subject.release(release), 0, 1_000);
  }

  /**
   * No gap, no duplicate, the chain as it was written; nothing that happens once happened twice.
   */
  void requireSound(ReleaseId release) {
    List<LedgerEntry> entries = entries(release);
    assertThat(entries)
        .extracting(LedgerEntry::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, entries.size()).boxed().toList());
    assertThat(entries).extracting(LedgerEntry::key).doesNotHaveDuplicates();
    assertThat(entries).extracting(LedgerEntry::epoch).isSorted();
    assertThat(ledger.verify(Subject.release(release)))
        .isEqualTo(new ChainReport.Intact(entries.size(), entries.getLast().hash()));
    assertThat(context.getBean(ReleaseLedger.class).history(release))
        .extracting(recorded -> once(recorded.event()))
        .filteredOn(Optional::isPresent)
        .doesNotHaveDuplicates();
  }

  /** What may stand there only once: a wave, an outcome in a region, the end. */
  private static Optional<String> once(ReleaseEvent event) {
    return switch (event) {
      case ReleaseEvent.WaveStarted e -> Optional.of("wave " + e.wave() + " started");
      case ReleaseEvent.WavePassed e -> Optional.of("wave " + e.wave() + " passed");
      case ReleaseEvent.ReleaseEnded _ -> Optional.of("ended");
      case RegionEvent.Deployed e -> Optional.of(e.region() + " deployed");
      case RegionEvent.BakeStarted e -> Optional.of(e.region() + " bakes");
      case RegionEvent.VerdictGiven e -> Optional.of(e.region() + " judged");
      case RegionEvent.Restored e -> Optional.of(e.region() + " restored");
      case RegionEvent.RegionEnded e -> Optional.of(e.region() + " ended");
      default -> Optional.empty();
    };
  }

  private static List<String> types(List<LedgerEntry> entries) {
    return entries.stream().map(LedgerEntry::type).toList();
  }

  @Override
  public void close() {
    context.close();
  }
}
