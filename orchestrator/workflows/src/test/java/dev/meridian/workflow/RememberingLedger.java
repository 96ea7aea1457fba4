package dev.meridian.workflow;

import dev.meridian.activity.LedgerActivities;
import dev.meridian.failure.FailureCode;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.decision.RegionTask;
import dev.meridian.release.decision.ReleaseDecision;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A ledger in memory: each key once; an epoch that is lower than the newest is refused, and so is a
 * decision that does not stand.
 */
final class RememberingLedger implements LedgerActivities {
  private final Map<String, ReleaseEvent> events = new LinkedHashMap<>();
  private final LinkedHashSet<String> runs = new LinkedHashSet<>();
  private Function<ReleaseState, Optional<ReleaseEvent.CatalogueChanged>> news =
      _ -> Optional.empty();
  private int newestEpoch;

  /** What is new about the documents, as it is asked before each wave. */
  synchronized void documents(
      Function<ReleaseState, Optional<ReleaseEvent.CatalogueChanged>> told) {
    news = told;
  }

  synchronized void begin(ReleaseEvent.ReleaseStarted started) {
    events.put("started", started);
  }

  /** Recorded by somebody else. */
  synchronized void happened(ReleaseEvent event) {
    events.put("elsewhere " + events.size(), event);
    notifyAll();
  }

  synchronized List<ReleaseEvent> history() {
    return new ArrayList<>(events.values());
  }

  /** Run ids of the release, in the order in which they folded the ledger. */
  synchronized List<String> runs() {
    return List.copyOf(runs);
  }

  /** The kinds of what happened in one region, in order, as a person would tell it. */
  synchronized List<String> kindsIn(String region) {
    return events.values().stream()
        .filter(e -> e instanceof RegionEvent r && r.region().equals(new RegionCode(region)))
        .map(e -> e.getClass().getSimpleName())
        .toList();
  }

  @Override
  public synchronized ReleaseState open(ReleaseId release, int epoch) {
    fence(epoch);
    ActivityInfo asked = Activity.getExecutionContext().getInfo();
    if (WorkflowIds.release(release).equals(asked.getWorkflowId())) {
      runs.add(asked.getWorkflowRunId());
    }
    return ReleaseState.fold(history());
  }

  @Override
  public synchronized RegionTask openRegion(RegionAttempt rollout) {
    fence(rollout.epoch());
    ReleaseState state = ReleaseState.fold(history());
    return new RegionTask(
        state.planned(rollout.region()).role(),
        List.of("integration"),
        true,
        state.region(rollout.region()));
  }

  @Override
  public synchronized News catalogueNews(ReleaseId release, int epoch) {
    fence(epoch);
    return new News(news.apply(ReleaseState.fold(history())));
  }

  @Override
  public synchronized ReleaseEvent record(
      ReleaseId release, int epoch, String key, ReleaseEvent event) {
    fence(epoch);
    ReleaseEvent first = events.get(key);
    if (first != null) {
      return first;
    }
    if (event instanceof ReleaseEvent.OfRelease decision
        && !ReleaseDecision.stands(ReleaseState.fold(history()), decision)) {
      throw ApplicationFailure.newNonRetryableFailure(
          FailureCode.OUTDATED.fact(), FailureCode.OUTDATED.name());
    }
    events.put(key, event);
    notifyAll();
    return event;
  }

  /** Waits until the history is so; the test's own time limit bounds it. */
  synchronized void await(Predicate<List<ReleaseEvent>> condition) throws InterruptedException {
    while (!condition.test(history())) {
      wait();
    }
  }

  private void fence(int epoch) {
    if (epoch < newestEpoch) {
      throw ApplicationFailure.newNonRetryableFailure(
          "epoch " + newestEpoch + " has taken over", FailureCode.SUPERSEDED.name());
    }
    newestEpoch = epoch;
  }
}
