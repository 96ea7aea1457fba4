package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import dev.meridian.release.Milestone;
import dev.meridian.release.Neighbours;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.ReleaseState.EndWish;
import java.util.List;
import java.util.Optional;

/**
 * The eye of one run on the other release: waits until there is something to tell, and writes it
 * into the ledger of its own release, as the activities do. A run that is killed does not take its
 * eye along.
 */
final class NeighbourRun {
  private final Surroundings around;
  private final int epoch;
  private final Runnable then;
  private Neighbours watched = Neighbours.NONE;
  private int number;

  NeighbourRun(Surroundings around, int epoch, Runnable then) {
    this.around = around;
    this.epoch = epoch;
    this.then = then;
  }

  /** Watches whoever is there; an older one that is being taken back does not change its mind. */
  void ensure(Neighbours now) {
    if (!now.equals(watched)) {
      stop();
      watched = now;
      boolean nothing =
          now.older().map(Neighbours.Older::takenBack).orElse(now.younger().isEmpty());
      if (!nothing) {
        look(number);
      }
    }
  }

  void stop() {
    number++;
    watched = Neighbours.NONE;
  }

  private void look(int mine) {
    if (mine == number) {
      if (told()) {
        stop();
        then.run();
      } else {
        around.beside().afterNews(() -> look(mine));
      }
    }
  }

  private boolean told() {
    Neighbours now = around.book().state().neighbours();
    return now.older()
        .map(this::olderTold)
        .or(() -> now.younger().map(this::youngerTold))
        .orElse(true);
  }

  private boolean olderTold(Neighbours.Older older) {
    Optional<ReleaseEvent.OfRelease> fate =
        older.takenBack() ? Optional.empty() : fate(older.release());
    fate.ifPresent(event -> tell(event.getClass().getSimpleName(), event));
    return older.takenBack() || fate.isPresent();
  }

  private Optional<ReleaseEvent.OfRelease> fate(ReleaseId older) {
    ReleaseState its = around.beside().state(older);
    boolean back = its.recovery().isPresent() || its.wish() == EndWish.ABORT;
    return back
        ? Optional.of(new ReleaseEvent.OlderTakenBack(older, "it is being taken back"))
        : its.outcome().map(outcome -> new ReleaseEvent.OlderEnded(older, outcome.name()));
  }

  /** What it owes when this one is being taken back, this one owes as well. */
  private boolean youngerTold(Neighbours.Younger younger) {
    ReleaseState its = around.beside().state(younger.release());
    List<RegionCode> owed =
        its.regions().stream()
            .filter(progress -> progress.has(Milestone.OWED))
            .map(RegionProgress::region)
            .filter(younger.regions()::contains)
            .toList();
    boolean undoing = around.book().state().recovery().isPresent();
    if (its.outcome().isEmpty() || !(owed.isEmpty() || undoing)) {
      return false;
    }
    owed.forEach(this::owe);
    tell("YoungerLeft", new ReleaseEvent.YoungerLeft(younger.release(), "it has ended"));
    return true;
  }

  private void owe(RegionCode region) {
    RegionProgress progress = around.book().state().region(region);
    if (progress.touched() && around.book().state().outcome().isEmpty()) {
      RegionAttempt rollout =
          new RegionAttempt(around.release(), region, progress.attempt(), epoch);
      RegionEvent owed =
          new RegionEvent.RegionOwed(region, progress.attempt(), "the younger still owes it");
      around.effects().recorded(rollout, "RegionOwed", owed);
    }
  }

  private void tell(String what, ReleaseEvent.OfRelease event) {
    if (around.book().state().outcome().isEmpty()) {
      around.book().record(epoch, what, event);
    }
  }
}
