package dev.meridian.worker.ledger;

import dev.meridian.activity.NeighbourActivities;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.region.RegionCode;
import dev.meridian.release.Milestone;
import dev.meridian.release.Neighbours;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.ReleaseState;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.Clock;
import dev.meridian.worker.Pulse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
  public void awaitOlder(ReleaseId release, int epoch) {
    until(() -> olderTold(release, epoch));
  }

  @Override
  public void awaitFollower(ReleaseId release, int epoch) {
    until(() -> state(release).neighbours().younger().isPresent());
  }

  @Override
  public void awaitYounger(ReleaseId release, int epoch) {
    until(() -> youngerTold(release, epoch));
  }

  private void until(BooleanSupplier told) {
    try (Pulse pulse = pulses.get()) {
      ActivityFailures.guard(() -> {
        while (!told.getAsBoolean()) {
          pulse.sleep(PAUSE);
        }
        return true;
      });
    }
  }

  private boolean olderTold(ReleaseId release, int epoch) {
    Optional<Neighbours.Older> older =
        state(release).neighbours().older().filter(it -> !it.takenBack());
    if (older.isEmpty()) {
      return true;
    }
    Optional<ReleaseEvent.OfRelease> fate = fate(older.get().release());
    fate.ifPresent(event -> tell(release, epoch, event));
    return fate.isPresent();
  }

  /** What there is to tell of an older release; empty while it goes on. */
  private Optional<ReleaseEvent.OfRelease> fate(ReleaseId older) {
    ReleaseState state = state(older);
    boolean back = state.recovery().isPresent() || state.wish() == ReleaseState.EndWish.ABORT;
    if (back) {
      return Optional.of(
          new ReleaseEvent.OlderTakenBack(older, "release " + older + " is being taken back"));
    }
    return state
        .outcome()
        .map(outcome ->
            new ReleaseEvent.OlderEnded(
                older,
                outcome == ReleaseOutcome.COMPLETED
                    ? "it has completed"
                    : "it was stopped where it was"));
  }

  private void tell(ReleaseId release, int epoch, ReleaseEvent.OfRelease event) {
    ledger.exclusively(
        release,
        () -> {
          if (state(release).outcome().isEmpty()) {
            record(release, epoch, event.getClass().getSimpleName(), event);
          }
          return event;
        });
  }

  private boolean youngerTold(ReleaseId release, int epoch) {
    Optional<Neighbours.Younger> younger = state(release).neighbours().younger();
    return younger.isEmpty()
        || (state(younger.get().release()).outcome().isPresent()
            && ledger.exclusively(release, () -> left(release, epoch, younger.get())));
  }

  private boolean left(ReleaseId release, int epoch, Neighbours.Younger younger) {
    ReleaseState its = state(younger.release());
    ReleaseState state = state(release);
    List<RegionCode> owed =
        its.regions().stream()
            .filter(progress -> progress.has(Milestone.OWED))
            .map(RegionProgress::region)
            .filter(younger.regions()::contains)
            .toList();
    boolean undoing = state.recovery().isPresent();
    if (its.outcome().isEmpty() || !(owed.isEmpty() || undoing)) {
      return false;
    }
    if (state.outcome().isEmpty()) {
      owed.forEach(region -> owe(release, epoch, state.region(region), younger.release()));
      record(
          release,
          epoch,
          "YoungerLeft " + younger.release(),
          new ReleaseEvent.YoungerLeft(
              younger.release(), "release " + younger.release() + " has ended"));
    }
    return true;
  }

  private void owe(ReleaseId release, int epoch, RegionProgress region, ReleaseId younger) {
    if (region.touched()) {
      RegionAttempt attempt = new RegionAttempt(release, region.region(), region.attempt(), epoch);
      RegionEvent owed =
          new RegionEvent.RegionOwed(
              region.region(), region.attempt(), "release " + younger + " still owes it");
      ledger.record(
          release,
          epoch,
          ReleaseEvent.MERIDIAN,
          new Keyed<>(
              attempt.key(RegionEvent.RegionOwed.class.getSimpleName()), clock.now(), owed));
    }
  }

  private void record(ReleaseId release, int epoch, String what, ReleaseEvent event) {
    ledger.record(
        release,
        epoch,
        ReleaseEvent.MERIDIAN,
        new Keyed<>("release/" + release + "/" + what, clock.now(), event));
  }

  private ReleaseState state(ReleaseId release) {
    return ReleaseState.fold(ledger.history(release).stream().map(Recorded::event).toList());
  }
}
