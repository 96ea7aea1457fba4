package dev.meridian.ledger.postgres;

import dev.meridian.ledger.Installation;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.entry.SandboxMarked;
import dev.meridian.ledger.postgres.chain.ChainWriter;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Marks in the table {@code installation}, noted in the installation's chain. */
@Singleton
final class PostgresInstallation implements Installation {
  private static final InstallationMark SANDBOX = new InstallationMark("sandbox", "true");

  private final LedgerTransactions transactions;
  private final InstallationRepository marks;
  private final ChainWriter chains;

  PostgresInstallation(
      LedgerTransactions transactions, InstallationRepository marks, ChainWriter chains) {
    this.transactions = transactions;
    this.marks = marks;
    this.chains = chains;
  }

  @Override
  public boolean sandbox() {
    return transactions.read(
        () -> marks.findByKey(SANDBOX.key()).filter(SANDBOX::equals).isPresent());
  }

  @Override
  public void markSandbox(Instant at) {
    transactions.write(() -> {
      chains.lock(Subject.INSTALLATION);
      return marks.findByKey(SANDBOX.key()).isPresent() || mark(at);
    });
  }

  private boolean mark(Instant at) {
    if (marks.hasReleases()) {
      throw new IllegalStateException(SandboxMarked.REFUSED);
    }
    marks.save(SANDBOX);
    chains.append(SandboxMarked.entry(at));
    return true;
  }
}
