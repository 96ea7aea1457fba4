package dev.meridian.ledger.postgres.release;

import dev.meridian.ledger.Ledger;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.entry.ReleaseHappened;
import dev.meridian.ledger.postgres.LedgerTransactions;
import dev.meridian.ledger.postgres.chain.ChainWriter;
import dev.meridian.ledger.postgres.chain.ChainWriter.Appended;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Events of releases in their chains, with the rows that they draw. */
@Singleton
final class PostgresReleaseLedger implements ReleaseLedger {
  private final LedgerTransactions transactions;
  private final ChainWriter chains;
  private final ReleaseDrawing drawing;
  private final Ledger ledger;

  PostgresReleaseLedger(
      LedgerTransactions transactions, ChainWriter chains, ReleaseDrawing drawing, Ledger ledger) {
    this.transactions = transactions;
    this.chains = chains;
    this.drawing = drawing;
    this.ledger = ledger;
  }

  @Override
  public <E extends ReleaseEvent> Recorded<E> record(
      ReleaseId release, int epoch, String actor, Keyed<E> event) {
    return transactions.write(() -> {
      Appended appended = chains.append(ReleaseHappened.entry(release, epoch, actor, event));
      if (appended instanceof Appended.Written(var entry)) {
        drawing.draw(release, ReleaseHappened.recorded(entry));
      }
      return ReleaseHappened.recordedAs(event, appended.entry());
    });
  }

  @Override
  public <T> T exclusively(ReleaseId release, Supplier<T> work) {
    return transactions.write(() -> {
      chains.lock(Subject.release(release));
      return work.get();
    });
  }

  @Override
  public Optional<Recorded<ReleaseEvent>> find(String key) {
    return ledger.find(key).map(ReleaseHappened::recorded);
  }

  @Override
  public List<Recorded<ReleaseEvent>> history(ReleaseId release) {
    return ledger.read(Subject.release(release), 0, Integer.MAX_VALUE).stream()
        .map(ReleaseHappened::recorded)
        .toList();
  }
}
