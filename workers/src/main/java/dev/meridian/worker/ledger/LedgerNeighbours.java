package dev.meridian.worker.ledger;

import dev.meridian.activity.NeighbourActivities;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.release.Neighbours;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.decision.NeighbourDecision;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.Clock;
import dev.meridian.worker.Pulse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the ledger of the other release every second of wall time. */
public final class LedgerNeighbours implements NeighbourActivities {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ReleaseLedger ledger;
  private final Clock clock;
  private final Supplier<Pulse> pulses;

  public LedgerNeighbours(ReleaseLedger ledger, Clock clock) {
    this(ledger, clock, Pulse::ofActivity);
  }

  LedgerNeighbours(ReleaseLedger ledger, Clock clock, Supplier<Pulse> pulses) {
    this.ledger = ledger;
    this.clock = clock;
    this.pulses = pulses;
  }

  @Override
  public void awaitNews(ReleaseId release, int epoch, Neighbours known) {
    try (Pulse pulse = pulses.get()) {
      ActivityFailures.guard(() -> {
        while (!changed(release, epoch, known)) {
          pulse.sleep(PAUSE);
        }
        return true;
      });
    }
  }

  /** Nobody's chain is held while there is nothing to write. */
  private boolean changed(ReleaseId release, int epoch, Neighbours known) {
    ReleaseState own = ledger.state(release);
    if (own.outcome().isPresent() || !own.neighbours().equals(known)) {
      return true;
    }
    Optional<ReleaseState> other = known.other().map(ledger::state);
    return other.filter(its -> !NeighbourDecision.news(own, its).isEmpty()).isPresent()
        && ledger.exclusively(release, () -> told(release, epoch, other.orElseThrow()));
  }

  private boolean told(ReleaseId release, int epoch, ReleaseState other) {
    for (ReleaseEvent event : NeighbourDecision.news(ledger.state(release), other)) {
      Keyed<ReleaseEvent> keyed =
          new Keyed<>("release/" + release + "/" + what(event), clock.now(), event);
      ledger.record(release, epoch, ReleaseEvent.MERIDIAN, keyed);
    }
    return true;
  }

  /** Each is recorded once, and so often as regions are entered. */
  private static String what(ReleaseEvent event) {
    return switch (event) {
      case RegionEvent.RegionOwed e -> e.region() + "/" + e.attempt() + "/owed as by the younger";
      case ReleaseEvent.YoungerEntered e -> e.younger() + " entered " + e.regions();
      case ReleaseEvent.YoungerLeft e -> e.younger() + " left";
      case ReleaseEvent other -> other.getClass().getSimpleName();
    };
  }
}
