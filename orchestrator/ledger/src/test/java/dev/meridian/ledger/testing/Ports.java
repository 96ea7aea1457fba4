package dev.meridian.ledger.testing;

import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.Commands;
import dev.meridian.ledger.Documents;
import dev.meridian.ledger.Installation;
import dev.meridian.ledger.Ledger;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.ResumeLock;

/** Every port, over one store. */
public record Ports(
    Ledger ledger,
    ReleaseLedger releaseLedger,
    Releases releases,
    Documents documents,
    Commands commands,
    Artifacts artifacts,
    Installation installation,
    ResumeLock resumeLock) {

  /** A fresh set that forgets everything with the test. */
  public static Ports inMemory() {
    InMemoryLedger ledger = new InMemoryLedger();
    InMemoryReleases releases = new InMemoryReleases(ledger);
    return new Ports(
        ledger,
        new InMemoryReleaseLedger(ledger, releases),
        releases,
        new InMemoryDocuments(ledger),
        new InMemoryCommands(),
        new InMemoryArtifacts(),
        new InMemoryInstallation(ledger),
        new InMemoryResumeLock());
  }
}
