package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import dev.meridian.release.CommandKind;
import dev.meridian.release.CommandRules;
import dev.meridian.release.PauseCause;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.decision.ReleaseDecision;
import dev.meridian.release.decision.ReleaseStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One run of a release, as its workflow runs it; a crash ends it, and the next one folds. */
final class ParentRun {
  /** A command on its way to the release. */
  record Sent(int id, CommandKind kind, Optional<RegionCode> region) {}

  private final Surroundings around;
  private final int epoch;
  private final Deque<Sent> inbox = new ArrayDeque<>();
  private final Map<RegionCode, ChildRun> children = new TreeMap<>();
  private final WatchRun watch;
  private final NeighbourRun neighbour;
  private ReleaseState state;
  private boolean parked;
  private boolean cancelling;
  private boolean alive = true;

  ParentRun(Surroundings around, int epoch) {
    this.around = around;
    this.epoch = epoch;
    this.state = around.book().state();
    this.watch = new WatchRun(around, this::harmSeen, this::outdated);
    this.neighbour = new NeighbourRun(around, epoch, this::outdated);
  }

  void kill() {
    alive = false;
    children.values().forEach(ChildRun::kill);
  }

  void command(Sent sent) {
    inbox.add(sent);
    wake();
  }

  ReleaseState state() {
    return state;
  }

  /** Decides and acts until it has to wait. */
  void run() {
    boolean goesOn = alive;
    while (goesOn) {
      takeCommands();
      ReleaseStep step = ReleaseDecision.next(state);
      around.laws().chosen(step);
      goesOn = act(step) && alive;
    }
  }

  private void wake() {
    if (parked && alive) {
      parked = false;
      around.agenda().after(0, this::run);
    }
  }

  /** False when it must wait, or is over. */
  private boolean act(ReleaseStep step) {
    return switch (step) {
      case ReleaseStep.StartWave s -> startWave(s);
      case ReleaseStep.KeepRolling s -> keepRolling(s);
      case ReleaseStep.PassWave s -> passWave(s);
      case ReleaseStep.Pause s -> pause(s);
      case ReleaseStep.CancelRollouts s -> cancel(s);
      case ReleaseStep.StartRecovery s -> {
        watch.stop();
        say("recovery started", new ReleaseEvent.RecoveryStarted(s.cause(), s.reason()));
        state = around.book().state();
        yield true;
      }
      case ReleaseStep.Restore s -> restore(s);
      case ReleaseStep.AwaitReturn s -> awaitReturn(s);
      case ReleaseStep.AwaitYounger _ -> awaitNews();
      case ReleaseStep.BringBack s ->
          waitFor(then -> around.observations().bringBack(attempt(s.region()), s.reason(), then));
      case ReleaseStep.End s ->
          say("ended", new ReleaseEvent.ReleaseEnded(s.outcome(), s.reason(), s.blameless()));
      case ReleaseStep.Finished _ -> {
        watch.stop();
        neighbour.stop();
        yield false;
      }
    };
  }

  /** What the ledger finds outdated is decided again, by what the ledger holds. */
  private boolean say(String what, ReleaseEvent.OfRelease event) {
    Book book = around.book();
    if (book.find(what).isEmpty() && !ReleaseDecision.stands(book.state(), event)) {
      state = book.state();
      return true;
    }
    book.record(epoch, what, event);
    state = state.after(event);
    return true;
  }

  private boolean startWave(ReleaseStep.StartWave step) {
    Optional<ReleaseEvent.CatalogueChanged> news = around.documents().news(state);
    return news.isPresent()
        ? say("documents before wave " + step.wave(), news.get())
        : say(
            "wave " + step.wave() + " started",
            new ReleaseEvent.WaveStarted(
                step.wave(), step.regions(), step.reason(), state.planRevision()));
  }

  /** At the boundary another run takes over, and folds. */
  private boolean passWave(ReleaseStep.PassWave step) {
    say("wave " + step.wave() + " passed", new ReleaseEvent.WavePassed(step.wave(), step.reason()));
    state = around.book().state();
    return true;
  }

  private boolean pause(ReleaseStep.Pause step) {
    return say(
        "pause " + (state.pauses() + 1),
        new ReleaseEvent.Paused(step.cause(), ReleaseEvent.MERIDIAN, step.reason()));
  }

  private boolean keepRolling(ReleaseStep.KeepRolling step) {
    for (RegionCode region : step.open()) {
      if (!children.containsKey(region)) {
        ChildRun child = new ChildRun(attempt(region), around, end -> ended(region, end));
        children.put(region, child);
        around.agenda().after(0, child::run);
      }
    }
    watch.ensure(step.watched().stream().map(this::attempt).toList());
    return awaitNews();
  }

  private boolean awaitNews() {
    parked = true;
    neighbour.ensure(state.neighbours());
    return false;
  }

  private void ended(RegionCode region, RegionProgress end) {
    if (alive) {
      children.remove(region);
      state = state.with(end);
      if (!cancelling || children.isEmpty()) {
        cancelling = false;
        wake();
      }
    }
  }

  private void harmSeen(RegionEvent verdict) {
    if (alive) {
      state = state.after(verdict);
      wake();
    }
  }

  /** The ledger holds something that this run does not know. */
  private void outdated() {
    if (alive) {
      state = around.book().state();
      wake();
    }
  }

  private boolean cancel(ReleaseStep.CancelRollouts step) {
    for (RegionCode region : step.open()) {
      if (!children.containsKey(region)) {
        RegionAttempt lost = attempt(region);
        RegionEvent event =
            new RegionEvent.RegionEnded(region, lost.attempt(), RegionEnd.CANCELLED, step.reason());
        state = state.after(around.effects().recorded(lost, "RegionEnded", event));
      }
    }
    if (children.isEmpty()) {
      return true;
    }
    parked = true;
    cancelling = true;
    List.copyOf(children.values()).forEach(child -> child.giveUp(step.reason()));
    return false;
  }

  /** Side by side; the outcomes count in the order of the batch, when all are there. */
  private boolean restore(ReleaseStep.Restore step) {
    List<Optional<RegionEvent>> outcomes = new ArrayList<>();
    step.regions().forEach(_ -> outcomes.add(Optional.empty()));
    for (int i = 0; i < step.regions().size(); i++) {
      int index = i;
      around
          .agenda()
          .after(
              0,
              () -> {
                if (alive) {
                  around
                      .effects()
                      .restore(
                          attempt(step.regions().get(index)),
                          step.reason(),
                          event -> {
                            outcomes.set(index, Optional.of(event));
                            if (alive && outcomes.stream().allMatch(Optional::isPresent)) {
                              outcomes.forEach(each -> state = state.after(each.orElseThrow()));
                              run();
                            }
                          });
                }
              });
    }
    return false;
  }

  private boolean awaitReturn(ReleaseStep.AwaitReturn step) {
    RegionAttempt rollout = attempt(step.region());
    return waitFor(then ->
        around
            .observations()
            .awaitCluster(
                rollout,
                true,
                event -> {
                  boolean back = event instanceof RegionEvent.RegionObserved seen && seen.cluster();
                  RegionEvent owed =
                      new RegionEvent.RegionOwed(step.region(), rollout.attempt(), "still away");
                  then.accept(
                      back ? event : around.effects().recorded(rollout, "RegionOwed", owed));
                }));
  }

  private boolean waitFor(Consumer<Consumer<RegionEvent>> effect) {
    effect.accept(event -> {
      if (alive) {
        state = state.after(event);
        run();
      }
    });
    return false;
  }

  private void takeCommands() {
    if (inbox.isEmpty()) {
      return;
    }
    while (!inbox.isEmpty()) {
      Sent sent = inbox.remove();
      if (CommandRules.refusal(state, sent.kind(), sent.region()).isEmpty()) {
        say("command " + sent.id(), event(sent));
      }
    }
    state = around.book().state();
  }

  private ReleaseEvent.OfRelease event(Sent sent) {
    return switch (sent.kind()) {
      case PAUSE -> new ReleaseEvent.Paused(PauseCause.REQUESTED, "person", "wanted");
      case RESUME -> new ReleaseEvent.Resumed("person", "wanted");
      case STOP -> new ReleaseEvent.StopRequested("person", "wanted");
      case ABORT -> new ReleaseEvent.AbortRequested("person", "wanted");
      case RETRY -> {
        RegionCode region = sent.region().orElseThrow();
        int next = state.region(region).attempt() + 1;
        yield new ReleaseEvent.RetryRequested(region, next, "person", "wanted");
      }
    };
  }

  private RegionAttempt attempt(RegionCode region) {
    return new RegionAttempt(around.release(), region, state.region(region).attempt(), epoch);
  }
}
