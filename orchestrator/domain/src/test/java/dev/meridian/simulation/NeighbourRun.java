package dev.meridian.simulation;

import dev.meridian.release.Neighbours;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.decision.NeighbourDecision;
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
    ReleaseState own = around.book().state();
    Optional<ReleaseId> other = own.neighbours().other();
    if (!own.neighbours().equals(watched) || other.isEmpty()) {
      return true;
    }
    List<ReleaseEvent> news = NeighbourDecision.news(own, around.beside().state(other.get()));
    news.forEach(this::tell);
    return !news.isEmpty();
  }

  private void tell(ReleaseEvent event) {
    around.book().record(epoch, "neighbour " + event, event);
  }
}
