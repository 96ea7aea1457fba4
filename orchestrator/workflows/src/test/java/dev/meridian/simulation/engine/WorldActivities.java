package dev.meridian.simulation.engine;

import dev.meridian.activity.CheckActivities;
import dev.meridian.activity.ClusterActivities;
import dev.meridian.activity.GateActivities;
import dev.meridian.activity.ImageActivities;
import dev.meridian.activity.LedgerActivities;
import dev.meridian.activity.PeopleActivities;
import dev.meridian.activity.TrafficActivities;
import dev.meridian.failure.FailureCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.decision.RegionTask;
import dev.meridian.simulation.OpenWorld.OvertakenException;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the workflows can ask for, in whichever world their release lives. */
final class WorldActivities
    implements ImageActivities,
        ClusterActivities,
        CheckActivities,
        GateActivities,
        TrafficActivities,
        PeopleActivities,
        LedgerActivities {
  private final Map<ReleaseId, LiveRelease> releases = new ConcurrentHashMap<>();

  void enter(LiveRelease release) {
    releases.put(release.id(), release);
  }

  void leave(LiveRelease release) {
    releases.remove(release.id());
  }

  private LiveRelease live(ReleaseId id) {
    return Optional.ofNullable(releases.get(id)).orElseThrow(WorldActivities::superseded);
  }

  @Override
  public RegionEvent.ImagePresent awaitImage(RegionAttempt rollout) {
    return asked(rollout, RegionEvent.ImagePresent.class, (it, then) -> it.image(rollout, then));
  }

  @Override
  public RegionEvent.WayBackRecorded recordWayBack(RegionAttempt rollout) {
    return asked(
        rollout, RegionEvent.WayBackRecorded.class, (it, then) -> it.wayBack(rollout, then));
  }

  @Override
  public RegionEvent.Reviewed review(RegionAttempt rollout) {
    return asked(rollout, RegionEvent.Reviewed.class, (it, then) -> it.review(rollout, then));
  }

  @Override
  public RegionEvent.Deployed deploy(RegionAttempt rollout) {
    return asked(rollout, RegionEvent.Deployed.class, (it, then) -> it.deploy(rollout, then));
  }

  @Override
  public RegionEvent.Restored restore(RegionAttempt rollout, String reason) {
    return asked(
        rollout, RegionEvent.Restored.class, (it, then) -> it.restore(rollout, reason, then));
  }

  @Override
  public RegionEvent.RegionObserved observe(RegionAttempt rollout) {
    throw new UnsupportedOperationException("no workflow of a release looks only once");
  }

  @Override
  public RegionEvent.RegionObserved awaitCluster(RegionAttempt rollout) {
    return asked(
        rollout,
        RegionEvent.RegionObserved.class,
        (it, then) -> it.awaitCluster(rollout, false, then));
  }

  @Override
  public RegionEvent.RegionObserved awaitReturn(RegionAttempt rollout) {
    return asked(
        rollout,
        RegionEvent.RegionObserved.class,
        (it, then) -> it.awaitCluster(rollout, true, then));
  }

  @Override
  public RegionEvent.CheckEnded run(RegionAttempt rollout, String check) {
    return asked(
        rollout, RegionEvent.CheckEnded.class, (it, then) -> it.check(rollout, check, then));
  }

  @Override
  public RegionEvent.VerdictGiven bake(RegionAttempt rollout) {
    return asked(rollout, RegionEvent.VerdictGiven.class, (it, then) -> it.bake(rollout, then));
  }

  /** Whoever still watches writes down what it saw. */
  @Override
  public RegionEvent.VerdictGiven watch(List<RegionAttempt> passed) {
    ReleaseId release = passed.getFirst().release();
    return told(
        RegionEvent.VerdictGiven.class,
        () -> {
          RegionEvent seen =
              live(release)
                  .watched(
                      passed.getFirst().epoch(),
                      (it, then) -> passed.forEach(region -> it.watch(region, then)));
          passed.stream()
              .filter(rollout -> rollout.region().equals(seen.region()))
              .forEach(it -> record(release, it.epoch(), it.key("late verdict"), seen));
          return seen;
        });
  }

  @Override
  public RegionEvent evacuate(RegionAttempt rollout, String reason) {
    return asked(rollout, RegionEvent.class, (it, then) -> it.evacuate(rollout, reason, then));
  }

  @Override
  public RegionEvent.Returned bringBack(RegionAttempt rollout, String reason) {
    return asked(
        rollout, RegionEvent.Returned.class, (it, then) -> it.bringBack(rollout, reason, then));
  }

  @Override
  public ReleaseEvent.Paged page(ReleaseId release, int epoch, String key, String sentence) {
    ReleaseEvent.Paged paged = new ReleaseEvent.Paged(sentence);
    record(release, epoch, key + "/paged", paged);
    return paged;
  }

  @Override
  public ReleaseState open(ReleaseId release, int epoch) {
    return unlessOvertaken(() -> live(release).world().open(epoch));
  }

  @Override
  public RegionTask openRegion(RegionAttempt rollout) {
    return unlessOvertaken(() -> live(rollout.release()).world().task(rollout));
  }

  @Override
  public News catalogueNews(ReleaseId release, int epoch) {
    return unlessOvertaken(() -> new News(live(release).world().catalogueNews(epoch)));
  }

  @Override
  public ReleaseEvent record(ReleaseId release, int epoch, String key, ReleaseEvent event) {
    return unlessOvertaken(() -> live(release).world().record(epoch, key, event))
        .orElseThrow(() ->
            ApplicationFailure.newNonRetryableFailure(
                FailureCode.OUTDATED.fact(), FailureCode.OUTDATED.name()));
  }

  private <E extends RegionEvent> E asked(
      RegionAttempt rollout, Class<E> outcome, LiveRelease.Asked asked) {
    return told(outcome, () -> live(rollout.release()).performed(rollout.epoch(), asked));
  }

  /** A step that failed is an exception to whoever asked for it. */
  private static <E extends RegionEvent> E told(Class<E> outcome, Supplier<RegionEvent> work) {
    RegionEvent event = unlessOvertaken(work);
    if (event instanceof RegionEvent.StepFailed failed) {
      throw ApplicationFailure.newNonRetryableFailure(failed.sentence(), failed.code().name());
    }
    return outcome.cast(event);
  }

  private static <T> T unlessOvertaken(Supplier<T> work) {
    try {
      return work.get();
    } catch (OvertakenException overtaken) {
      throw superseded();
    }
  }

  private static ApplicationFailure superseded() {
    return ApplicationFailure.newNonRetryableFailure(
        "a newer run has taken over", FailureCode.SUPERSEDED.name());
  }
}
