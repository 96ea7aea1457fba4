package dev.meridian.workflow;

import dev.meridian.activity.ActivityPolicies;
import dev.meridian.activity.PeopleActivities;
import dev.meridian.region.RegionCode;
import dev.meridian.release.CommandRules;
import dev.meridian.release.PauseCause;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.decision.ReleaseDecision;
import dev.meridian.release.decision.ReleaseStep;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Wave after wave while all is well; back as soon as it is not. */
public final class ReleaseWorkflowImpl implements ReleaseWorkflow {
  private final ReleaseInput input;
  private final Scribe scribe;
  private final Recovery recovery;
  private final PeopleActivities people =
      Workflow.newActivityStub(PeopleActivities.class, ActivityPolicies.people(TaskQueues.ACT));
  private final OpenRollouts rollouts = new OpenRollouts();
  private final PassedWatch watch = new PassedWatch();
  private final NeighbourWatch neighbour;
  private final Deque<CommandOrder> inbox = new ArrayDeque<>();
  private final List<Promise<ReleaseEvent.Paged>> pages = new ArrayList<>();
  private Optional<ReleaseState> folded = Optional.empty();

  @WorkflowInit
  public ReleaseWorkflowImpl(ReleaseInput input) {
    this.input = input;
    this.scribe = new Scribe(input.release(), input.epoch());
    this.recovery = new Recovery(input, scribe);
    this.neighbour = new NeighbourWatch(input);
  }

  @Override
  public void run(ReleaseInput ignored) {
    folded = Optional.of(scribe.open());
    boolean goesOn = true;
    while (goesOn) {
      goesOn = goneOn();
    }
  }

  /**
   * What the ledger finds outdated is weighed again by what the ledger holds: a decision, or a
   * command that was taken just when an earlier execution of this step had recorded the end.
   */
  private boolean goneOn() {
    try {
      takeCommands();
      return act(ReleaseDecision.next(state()));
    } catch (ActivityFailure failure) {
      if (!Failures.outdated(failure)) {
        throw failure;
      }
      folded = Optional.of(scribe.open());
      return true;
    }
  }

  @Override
  public void command(CommandOrder order) {
    inbox.add(order);
  }

  @Override
  public void validateCommand(CommandOrder order) {
    folded
        .flatMap(state -> CommandRules.refusal(state, order.kind(), order.region()))
        .ifPresent(refusal -> {
          throw ApplicationFailure.newNonRetryableFailure(refusal, REFUSED);
        });
  }

  private ReleaseState state() {
    return folded.orElseThrow();
  }

  private void apply(ReleaseEvent event) {
    folded = Optional.of(state().after(event));
  }

  /** One line a step; false when the run is over. */
  private boolean act(ReleaseStep step) {
    switch (step) {
      case ReleaseStep.StartWave s -> startWave(s);
      case ReleaseStep.KeepRolling s -> keepRolling(s);
      case ReleaseStep.PassWave s -> passWave(s);
      case ReleaseStep.Pause s -> pause(s);
      case ReleaseStep.CancelRollouts s -> cancelRollouts(s);
      case ReleaseStep.StartRecovery s -> startRecovery(s);
      case ReleaseStep.Restore s -> restore(s);
      case ReleaseStep.AwaitYounger _ -> awaitNews();
      case ReleaseStep.AwaitReturn s -> apply(recovery.awaitReturn(state(), s));
      case ReleaseStep.BringBack s -> apply(recovery.bringBack(state(), s));
      case ReleaseStep.End s ->
          apply(
              scribe.release(
                  "ended", new ReleaseEvent.ReleaseEnded(s.outcome(), s.reason(), s.blameless())));
      case ReleaseStep.Finished _ -> {
        return finish();
      }
    }
    return true;
  }

  /** If the documents have changed, that is recorded first, and the step is decided again. */
  private void startWave(ReleaseStep.StartWave step) {
    Optional<ReleaseEvent.CatalogueChanged> news = catalogueNews();
    if (news.isPresent()) {
      apply(scribe.release("documents " + news.get().versions(), news.get()));
      return;
    }
    apply(
        scribe.release(
            "wave " + step.wave() + " started",
            new ReleaseEvent.WaveStarted(
                step.wave(), step.regions(), step.reason(), state().planRevision())));
  }

  private Optional<ReleaseEvent.CatalogueChanged> catalogueNews() {
    return Workflow.getVersion("compare the documents", Workflow.DEFAULT_VERSION, 1) == 1
        ? scribe.catalogueNews()
        : Optional.empty();
  }

  private void keepRolling(ReleaseStep.KeepRolling step) {
    step.open().forEach(region -> rollouts.ensure(attempt(region)));
    watch.ensure(step.watched().stream().map(this::attempt).toList());
    awaitNews();
  }

  private void awaitNews() {
    neighbour.ensure(state());
    Workflow.await(
        () -> !inbox.isEmpty() || rollouts.hasNews() || watch.hasNews() || neighbour.hasNews());
    takeNews();
  }

  private void takeNews() {
    rollouts.news().forEach(progress -> folded = Optional.of(state().with(progress)));
    watch.news().ifPresent(this::apply);
    if (neighbour.hasNews()) {
      neighbour.heard();
      folded = Optional.of(scribe.open());
    }
  }

  private void passWave(ReleaseStep.PassWave step) {
    apply(
        scribe.release(
            "wave " + step.wave() + " passed",
            new ReleaseEvent.WavePassed(step.wave(), step.reason())));
    if (step.wave() < state().waves()) {
      continueAsNew();
    }
  }

  /** At a wave boundary no child is open: the next run folds the ledger, and may be newer code. */
  private void continueAsNew() {
    settle();
    takeCommands();
    Workflow.continueAsNew(input);
  }

  private void pause(ReleaseStep.Pause step) {
    int number = state().pauses() + 1;
    apply(
        scribe.release(
            "pause " + number,
            new ReleaseEvent.Paused(step.cause(), ReleaseEvent.MERIDIAN, step.reason())));
    page("pause " + number, "paused: " + step.reason());
  }

  /** What the watch has found until now counts; afterwards nothing of it is recorded any more. */
  private void startRecovery(ReleaseStep.StartRecovery step) {
    watch.stop();
    apply(
        scribe.release(
            "recovery started", new ReleaseEvent.RecoveryStarted(step.cause(), step.reason())));
    if (step.cause() != RecoveryCause.ABORTED && step.cause() != RecoveryCause.OLDER_TAKEN_BACK) {
      page("recovery", "taking it back: " + step.reason());
    }
    if (Workflow.getVersion("fold once recovering", Workflow.DEFAULT_VERSION, 1) == 1) {
      folded = Optional.of(scribe.open());
    }
  }

  /** Nobody watches a region while it is being restored. */
  private void restore(ReleaseStep.Restore step) {
    watch.stop();
    recovery.restore(state(), step).forEach(this::apply);
  }

  /** Steps that were given up may have come further than they could tell: the ledger knows. */
  private void cancelRollouts(ReleaseStep.CancelRollouts step) {
    rollouts.giveUp(step.reason());
    for (RegionCode region : step.open()) {
      if (!rollouts.running(region)) {
        RegionAttempt lost = attempt(region);
        apply(
            scribe.region(
                lost,
                new RegionEvent.RegionEnded(
                    region, lost.attempt(), RegionEnd.CANCELLED, step.reason())));
      }
    }
    while (!rollouts.idle()) {
      Workflow.await(rollouts::hasNews);
      takeNews();
    }
    if (Workflow.getVersion("fold once given up", Workflow.DEFAULT_VERSION, 1) == 1) {
      folded = Optional.of(scribe.open());
    }
  }

  /** Nobody waits for a pager, least of all a rollback. */
  private void page(String what, String sentence) {
    String key = WorkflowIds.release(input.release()) + "/" + what;
    pages.add(Async.function(people::page, input.release(), input.epoch(), key, sentence));
  }

  private boolean finish() {
    settle();
    return false;
  }

  /** Nothing may be left half-done when a run ends. */
  private void settle() {
    watch.stop();
    neighbour.stop();
    Promise.allOf(pages).get();
    Workflow.await(Workflow::isEveryHandlerFinished);
  }

  /** Recorded under the command's id; the ledger is folded again, so that none can count twice. */
  private void takeCommands() {
    if (inbox.isEmpty()) {
      return;
    }
    while (!inbox.isEmpty()) {
      CommandOrder order = inbox.remove();
      if (CommandRules.refusal(state(), order.kind(), order.region()).isEmpty()) {
        apply(scribe.release("command " + order.id(), event(order)));
      }
    }
    folded = Optional.of(scribe.open());
  }

  private ReleaseEvent event(CommandOrder order) {
    return switch (order.kind()) {
      case PAUSE -> new ReleaseEvent.Paused(PauseCause.REQUESTED, order.actor(), order.reason());
      case RESUME -> new ReleaseEvent.Resumed(order.actor(), order.reason());
      case STOP -> new ReleaseEvent.StopRequested(order.actor(), order.reason());
      case ABORT -> new ReleaseEvent.AbortRequested(order.actor(), order.reason());
      case RETRY -> retry(order, order.region().orElseThrow());
    };
  }

  private ReleaseEvent retry(CommandOrder order, RegionCode region) {
    int next = state().region(region).attempt() + 1;
    return new ReleaseEvent.RetryRequested(region, next, order.actor(), order.reason());
  }

  private RegionAttempt attempt(RegionCode region) {
    return recovery.attempt(state(), region);
  }
}
