package dev.meridian.ledger.testing;

import dev.meridian.ledger.Alerts;
import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.Commands;
import dev.meridian.ledger.Documents;
import dev.meridian.ledger.Installation;
import dev.meridian.ledger.Ledger;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.ResumeLock;
import dev.meridian.ledger.WaitingReleases;
import io.micronaut.context.ApplicationContext;

/** Every port, over one store. */
public record Ports(
    Ledger ledger,
    ReleaseLedger releaseLedger,
    Releases releases,
    WaitingReleases waiting,
    Documents documents,
    Commands commands,
    Artifacts artifacts,
    Alerts alerts,
    Installation installation,
    ResumeLock resumeLock) {

  /** The real ones of an application context. */
  public static Ports of(ApplicationContext context) {
    return new Ports(
        context.getBean(Ledger.class),
        context.getBean(ReleaseLedger.class),
        context.getBean(Releases.class),
        context.getBean(WaitingReleases.class),
        context.getBean(Documents.class),
        context.getBean(Commands.class),
        context.getBean(Artifacts.class),
        context.getBean(Alerts.class),
        context.getBean(Installation.class),
        context.getBean(ResumeLock.class));
  }

  /** A fresh set that forgets everything with the test. */
  public static Ports inMemory() {
    InMemoryLedger ledger = new InMemoryLedger();
    InMemoryReleases releases = new InMemoryReleases(ledger);
    return new Ports(
        ledger,
        new InMemoryReleaseLedger(ledger, releases),
        releases,
        releases.waiting(),
        new InMemoryDocuments(ledger),
        new InMemoryCommands(),
        new InMemoryArtifacts(),
        new InMemoryAlerts(),
        new InMemoryInstallation(ledger),
        new InMemoryResumeLock());
  }
}
