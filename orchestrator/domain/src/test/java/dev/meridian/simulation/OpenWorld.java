package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import dev.meridian.release.CommandKind;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.decision.RegionTask;
import dev.meridian.release.decision.ReleaseDecision;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A simulated world for a process that is not simulated: what its activities ask for begins here,
 * and ends when the world's time has come, which moves only by {@link #step}. The ledger is the
 * world's, and every law is checked at every entry. One thing at a time, whichever thread asks.
 *
 * <p>Every method throws {@link OvertakenException} when a newer run has taken over, and after a
 * law was broken.
 */
public final class OpenWorld {
  private final SimulatedWorld world;
  private final Surroundings around;
  private final Person person;
  private Optional<String> broken = Optional.empty();

  /** What the world does to the process. */
  public interface Subjected {
    /** A person commands. */
    void ordered(CommandKind kind, Optional<RegionCode> region);

    /** It is killed. */
    void killed();
  }

  /** Whoever asks has no business here any more. */
  public static final class OvertakenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OvertakenException() {
      super("a newer run has taken over", null, false, false);
    }
  }

  private OpenWorld(SimulatedWorld world) {
    this.world = world;
    this.around = Surroundings.open(world, Simulation.started(world));
    this.person = new Person(around.durations());
  }

  /** The world of a seed, the one that simulated runs meet as well. */
  public static OpenWorld of(long seed) {
    return new OpenWorld(WorldDraw.of(seed));
  }

  /** What people and fate have in store for the process. */
  public synchronized void threatens(Subjected process) {
    world
        .orders()
        .forEach(order ->
            around
                .agenda()
                .at(
                    order.at(),
                    () -> process.ordered(order.kind(), Optional.of(world.code(order.region())))));
    world.crashes().forEach(crash -> around.agenda().at(crash, process::killed));
  }

  /** Lets the next thing happen; false when nothing is left, or a law is broken. */
  public synchronized boolean step() {
    if (broken.isPresent()) {
      return false;
    }
    try {
      return around.agenda().step();
    } catch (Book.Superseded _) {
      return true;
    } catch (BrokenLaw law) {
      broken = Optional.of(String.valueOf(law.getMessage()));
      return false;
    }
  }

  /** When all wait for a person: what one does, until they have had enough. */
  public synchronized boolean answered(Subjected process) {
    Optional<Person.Wish> wish = person.answer(around.book().state());
    wish.ifPresent(wanted -> process.ordered(wanted.kind(), wanted.region()));
    return wish.isPresent();
  }

  /** The first law that was broken. */
  public synchronized Optional<String> broken() {
    return broken;
  }

  /** Its ledger for people, a line an entry. */
  public synchronized String story() {
    return around.book().entries().stream()
        .map(entry -> "  %4d  %s%n".formatted(entry.seq(), entry.event()))
        .collect(Collectors.joining());
  }

  /** Nothing more happens: whether it may stand so. */
  public synchronized void stands() {
    if (broken.isEmpty()) {
      try {
        around.laws().stands(around.book().state());
      } catch (BrokenLaw law) {
        broken = Optional.of(String.valueOf(law.getMessage()));
      }
    }
  }

  /** The fold of the ledger. */
  public synchronized ReleaseState state() {
    return around.book().state();
  }

  /** The same for a run of the release. */
  public synchronized ReleaseState open(int epoch) {
    fence(epoch);
    return state();
  }

  /** What a region has to do. */
  public synchronized RegionTask task(RegionAttempt rollout) {
    fence(rollout.epoch());
    return new RegionTask(
        around.clusters().region(rollout.region()).planned().role(),
        ChildRun.CHECKS,
        world.evacuates(),
        state().region(rollout.region()));
  }

  /** What is new about the documents. */
  public synchronized Optional<ReleaseEvent.CatalogueChanged> catalogueNews(int epoch) {
    fence(epoch);
    return around.documents().news(state());
  }

  /**
   * Writes, unless something is written under this key.
   *
   * @return what stands there; empty when the decision is outdated
   */
  public synchronized Optional<ReleaseEvent> record(int epoch, String key, ReleaseEvent event) {
    fence(epoch);
    if (around.book().find(key).isPresent() || stands(event)) {
      lawful(() -> around.book().record(epoch, key, event));
    }
    return around.book().find(key).map(Book.Entry::event);
  }

  private boolean stands(ReleaseEvent event) {
    return switch (event) {
      case ReleaseEvent.OfRelease decided -> ReleaseDecision.stands(state(), decided);
      case RegionEvent.VerdictGiven late when state().region(late.region()).end().isPresent() ->
          ReleaseDecision.watches(state(), late.region());
      case RegionEvent other -> true;
    };
  }

  /** A new run is about to begin. */
  public synchronized int raiseEpoch() {
    return around.book().raiseEpoch();
  }

  public synchronized void image(RegionAttempt rollout, Consumer<RegionEvent> then) {
    lawful(() -> around.effects().image(rollout, then));
  }

  public synchronized void wayBack(RegionAttempt rollout, Consumer<RegionEvent> then) {
    lawful(() -> around.effects().wayBack(rollout, then));
  }

  public synchronized void review(RegionAttempt rollout, Consumer<RegionEvent> then) {
    lawful(() -> around.effects().review(rollout, then));
  }

  public synchronized void deploy(RegionAttempt rollout, Consumer<RegionEvent> then) {
    lawful(() -> around.effects().deploy(rollout, then));
  }

  public synchronized void check(RegionAttempt rollout, String check, Consumer<RegionEvent> then) {
    lawful(() -> around.observations().check(rollout, check, then));
  }

  public synchronized void bake(RegionAttempt rollout, Consumer<RegionEvent> then) {
    lawful(() -> around.observations().bake(rollout, then));
  }

  /** Harm that shows in a region that has passed. */
  public synchronized void watch(RegionAttempt rollout, Consumer<RegionEvent> then) {
    lawful(() -> around.observations().watch(rollout, then));
  }

  /**
   * @param alsoDark whether to wait also while nobody is served there
   */
  public synchronized void awaitCluster(
      RegionAttempt rollout, boolean alsoDark, Consumer<RegionEvent> then) {
    lawful(() -> around.observations().awaitCluster(rollout, alsoDark, then));
  }

  public synchronized void restore(
      RegionAttempt rollout, String reason, Consumer<RegionEvent> then) {
    lawful(() -> around.effects().restore(rollout, reason, then));
  }

  public synchronized void evacuate(
      RegionAttempt rollout, String reason, Consumer<RegionEvent> then) {
    lawful(() -> around.observations().evacuate(rollout, reason, then));
  }

  public synchronized void bringBack(
      RegionAttempt rollout, String reason, Consumer<RegionEvent> then) {
    lawful(() -> around.observations().bringBack(rollout, reason, then));
  }

  private void fence(int epoch) {
    if (broken.isPresent() || epoch < around.book().epoch()) {
      throw new OvertakenException();
    }
  }

  private void lawful(Runnable work) {
    if (broken.isPresent()) {
      throw new OvertakenException();
    }
    try {
      work.run();
    } catch (Book.Superseded _) {
      throw new OvertakenException();
    } catch (BrokenLaw law) {
      broken = Optional.of(String.valueOf(law.getMessage()));
      throw new OvertakenException();
    }
  }
}
