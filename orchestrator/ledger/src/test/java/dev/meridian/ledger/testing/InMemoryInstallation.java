package dev.meridian.ledger.testing;

import dev.meridian.ledger.Installation;
import dev.meridian.ledger.entry.SandboxMarked;
import java.time.Instant;

/** Marks in memory. */
public final class InMemoryInstallation implements Installation {
  private final InMemoryLedger ledger;
  private boolean sandbox;

  public InMemoryInstallation(InMemoryLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public boolean sandbox() {
    synchronized (ledger) {
      return sandbox;
    }
  }

  @Override
  public void markSandbox(Instant at) {
    synchronized (ledger) {
      if (sandbox) {
        return;
      }
      if (ledger.subjects().stream().anyMatch(subject -> subject.kind().equals("release"))) {
        throw new IllegalStateException(SandboxMarked.REFUSED);
      }
      sandbox = true;
      ledger.append(SandboxMarked.entry(at));
    }
  }
}
