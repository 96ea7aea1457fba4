package dev.meridian.simulation;

import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.decision.RegionDecision;
import dev.meridian.release.decision.RegionStep;
import dev.meridian.release.decision.RegionTask;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One region rollout, as its workflow runs it: observe, decide, act. */
final class ChildRun {
  static final List<String> CHECKS = List.of("integration");

  private final RegionAttempt rollout;
  private final Surroundings around;
  private final Consumer<RegionProgress> ended;
  private RegionTask task;
  private Optional<String> givenUp = Optional.empty();
  private boolean alive = true;
  private boolean over;
  private boolean abandonable;
  private int step;

  ChildRun(RegionAttempt rollout, Surroundings around, Consumer<RegionProgress> ended) {
    this.rollout = rollout;
    this.around = around;
    this.ended = ended;
    SimulatedRegion region = around.clusters().region(rollout.region());
    this.task =
        new RegionTask(
            region.planned().role(),
            CHECKS,
            around.world().evacuates(),
            around.book().state().region(rollout.region()));
  }

  void run() {
    if (task.progress().end().isPresent()) {
      finish();
      return;
    }
    RegionEvent started =
        new RegionEvent.RegionStarted(
            rollout.region(), rollout.attempt(), task.progress().sentence());
    around.effects().recorded(rollout, "RegionStarted", started);
    decide();
  }

  /** The process is gone. */
  void kill() {
    alive = false;
  }

  /** What is on its way forward is not waited for any more; a restore is. */
  void giveUp(String reason) {
    givenUp = Optional.of(reason);
    if (abandonable && !over) {
      step++;
      next(end(RegionEnd.CANCELLED, reason));
    }
  }

  private void decide() {
    RegionStep chosen = RegionDecision.next(task);
    around.laws().decided();
    int number = ++step;
    act(
        chosen,
        event -> {
          if (alive && number == step) {
            next(event);
          }
        });
  }

  private void next(RegionEvent event) {
    abandonable = false;
    task = task.at(task.progress().after(event));
    if (task.progress().end().isPresent()) {
      finish();
    } else {
      decide();
    }
  }

  private void finish() {
    over = true;
    ended.accept(task.progress());
  }

  private void act(RegionStep chosen, Consumer<RegionEvent> then) {
    switch (chosen) {
      case RegionStep.EnsureImage _ -> forward(then, around.effects()::image);
      case RegionStep.RecordWayBack _ -> forward(then, around.effects()::wayBack);
      case RegionStep.Review _ -> forward(then, around.effects()::review);
      case RegionStep.Deploy _ -> forward(then, around.effects()::deploy);
      case RegionStep.RunCheck s ->
          forward(then, (r, t) -> around.observations().check(r, s.check(), t));
      case RegionStep.Bake _ -> forward(then, around.observations()::bake);
      case RegionStep.AwaitCluster _ ->
          forward(then, (r, t) -> around.observations().awaitCluster(r, false, t));
      case RegionStep.Restore s -> around.effects().restore(rollout, s.reason(), then);
      case RegionStep.Evacuate s -> around.observations().evacuate(rollout, s.reason(), then);
      case RegionStep.End s -> then.accept(end(s.end(), s.reason()));
    }
  }

  /** A step that can be given up. */
  private interface Forward {
    void begin(RegionAttempt rollout, Consumer<RegionEvent> then);
  }

  private void forward(Consumer<RegionEvent> then, Forward effect) {
    if (givenUp.isPresent()) {
      then.accept(end(RegionEnd.CANCELLED, givenUp.get()));
      return;
    }
    abandonable = true;
    effect.begin(rollout, then);
  }

  private RegionEvent end(RegionEnd how, String reason) {
    RegionEvent event =
        new RegionEvent.RegionEnded(rollout.region(), rollout.attempt(), how, reason);
    return around.effects().recorded(rollout, "RegionEnded", event);
  }
}
