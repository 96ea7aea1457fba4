package dev.meridian.workflow;

import dev.meridian.activity.CheckActivities;
import dev.meridian.activity.ClusterActivities;
import dev.meridian.activity.GateActivities;
import dev.meridian.activity.ImageActivities;
import dev.meridian.activity.PeopleActivities;
import dev.meridian.activity.TrafficActivities;
import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.service.ImageReference;
import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A world that does what a test says: everything goes well unless a region's bake, deploy or
 * restore was scripted otherwise. Effects are recorded in the ledger under the keys that the real
 * activities use.
 */
final class ScriptedWorld
    implements ImageActivities,
        ClusterActivities,
        CheckActivities,
        GateActivities,
        TrafficActivities,
        PeopleActivities {
  private final RememberingLedger ledger;
  private final Map<String, VerdictCause> verdicts = new ConcurrentHashMap<>();
  private final Map<String, VerdictCause> watchVerdicts = new ConcurrentHashMap<>();
  private final Map<String, FailureCode> failures = new ConcurrentHashMap<>();
  private final Map<String, Integer> failuresLeft = new ConcurrentHashMap<>();
  private final Map<String, Integer> awayLeft = new ConcurrentHashMap<>();
  private final AtomicInteger looks = new AtomicInteger();
  private final Map<String, CountDownLatch> gatesAt = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> reached = new ConcurrentHashMap<>();

  private volatile Optional<CountDownLatch> refusal = Optional.empty();

  ScriptedWorld(RememberingLedger ledger) {
    this.ledger = ledger;
  }

  /** The bake in a region ends so. */
  ScriptedWorld verdict(String region, VerdictCause cause) {
    verdicts.put(region, cause);
    return this;
  }

  /** The watch finds a passed region so. */
  ScriptedWorld watchVerdict(String region, VerdictCause cause) {
    watchVerdicts.put(region, cause);
    return this;
  }

  /** A step ({@code deploy}, {@code restore}, {@code check}) fails so many times. */
  ScriptedWorld fails(String step, String region, FailureCode code, int times) {
    failures.put(step + " " + region, code);
    failuresLeft.put(step + " " + region, times);
    return this;
  }

  /** The cluster of a region is seen to be away so many times. */
  ScriptedWorld away(String region, int times) {
    awayLeft.put(region, times);
    return this;
  }

  /** The bake in a region waits until {@link #release}; the test may wait until it is there. */
  CountDownLatch holdBake(String region) {
    gatesAt.put(region, new CountDownLatch(1));
    CountDownLatch arrived = new CountDownLatch(1);
    reached.put(region, arrived);
    return arrived;
  }

  void release(String region) {
    CountDownLatch gate = gatesAt.get(region);
    if (gate != null) {
      gate.countDown();
    }
  }

  /** The ledger refuses what every watch has found by the time that the latch is opened. */
  CountDownLatch refuseWatch() {
    CountDownLatch refused = new CountDownLatch(1);
    refusal = Optional.of(refused);
    return refused;
  }

  private void maybeFail(String step, RegionCode region) {
    String key = step + " " + region;
    FailureCode code = failures.get(key);
    if (code != null && failuresLeft.merge(key, -1, Integer::sum) >= 0) {
      throw ApplicationFailure.newNonRetryableFailure(step + " was scripted to fail", code.name());
    }
  }

  private <E extends RegionEvent> E record(RegionAttempt rollout, E event) {
    ledger.record(
        rollout.release(),
        rollout.epoch(),
        rollout.key(event.getClass().getSimpleName() + " effect"),
        event);
    return event;
  }

  @Override
  public RegionEvent.ImagePresent awaitImage(RegionAttempt r) {
    return record(
        r,
        new RegionEvent.ImagePresent(
            r.region(),
            r.attempt(),
            ImageReference.parse("shop/checkout@sha256:" + "1".repeat(64))));
  }

  @Override
  public RegionEvent.WayBackRecorded recordWayBack(RegionAttempt r) {
    return record(r, new RegionEvent.WayBackRecorded(r.region(), r.attempt(), "inventory", 3));
  }

  @Override
  public RegionEvent.Reviewed review(RegionAttempt r) {
    return record(r, new RegionEvent.Reviewed(r.region(), r.attempt(), "manifests", List.of()));
  }

  @Override
  public RegionEvent.Deployed deploy(RegionAttempt r) {
    record(r, new RegionEvent.DeployIntended(r.region(), r.attempt(), "manifests"));
    maybeFail("deploy", r.region());
    return record(r, new RegionEvent.Deployed(r.region(), r.attempt(), Instant.EPOCH));
  }

  @Override
  public RegionEvent.Restored restore(RegionAttempt r, String reason) {
    maybeFail("restore", r.region());
    return record(r, new RegionEvent.Restored(r.region(), r.attempt(), List.of(), "restored"));
  }

  @Override
  public RegionEvent.RegionObserved observe(RegionAttempt r) {
    return observed(r);
  }

  @Override
  public RegionEvent.RegionObserved awaitCluster(RegionAttempt r) {
    return observed(r);
  }

  @Override
  public RegionEvent.RegionObserved awaitReturn(RegionAttempt r) {
    return observed(r);
  }

  private RegionEvent.RegionObserved observed(RegionAttempt r) {
    boolean away = awayLeft.merge(r.region().value(), -1, Integer::sum) >= 0;
    RegionEvent.RegionObserved seen =
        away
            ? new RegionEvent.RegionObserved(r.region(), r.attempt(), false, false, "it is away")
            : new RegionEvent.RegionObserved(r.region(), r.attempt(), true, true, "it is back");
    ledger.record(r.release(), r.epoch(), r.key("observed/" + looks.incrementAndGet()), seen);
    return seen;
  }

  @Override
  public RegionEvent.CheckEnded run(RegionAttempt r, String check) {
    boolean passed = !failures.containsKey("check " + r.region());
    return record(
        r,
        new RegionEvent.CheckEnded(
            r.region(), r.attempt(), check, passed, "the check's words", ""));
  }

  @Override
  public RegionEvent.VerdictGiven bake(RegionAttempt r) {
    String region = r.region().value();
    CountDownLatch arrived = reached.get(region);
    CountDownLatch gate = gatesAt.get(region);
    if (arrived != null && gate != null) {
      arrived.countDown();
      awaitHeartbeating(gate);
    }
    return given(r, verdicts.getOrDefault(region, VerdictCause.PROVEN));
  }

  @Override
  public RegionEvent.VerdictGiven watch(List<RegionAttempt> passed) {
    for (RegionAttempt r : passed) {
      VerdictCause cause = watchVerdicts.get(r.region().value());
      if (cause != null) {
        return given(r, cause);
      }
    }
    Optional<CountDownLatch> refused = refusal.filter(latch -> latch.getCount() > 0);
    awaitHeartbeating(refused.orElseGet(() -> new CountDownLatch(1)));
    if (refused.isPresent()) {
      throw ApplicationFailure.newNonRetryableFailure(
          "nobody watches there any more", FailureCode.OUTDATED.name());
    }
    throw new IllegalStateException("a watch ends by a verdict or by being cancelled");
  }

  private RegionEvent.VerdictGiven given(RegionAttempt r, VerdictCause cause) {
    RegionEvent.VerdictGiven verdict =
        new RegionEvent.VerdictGiven(
            r.region(), r.attempt(), cause, "evidence", "the verdict is " + cause);
    ledger.record(r.release(), r.epoch(), r.key("verdict " + cause), verdict);
    return verdict;
  }

  /** As a real bake: cancellation arrives with the heartbeat. */
  private static void awaitHeartbeating(CountDownLatch gate) {
    try {
      while (!gate.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
        Activity.getExecutionContext().heartbeat("waiting");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public RegionEvent evacuate(RegionAttempt r, String reason) {
    return record(
        r,
        new RegionEvent.Evacuated(r.region(), r.attempt(), 1, "weights", "moved away", List.of()));
  }

  @Override
  public RegionEvent.Returned bringBack(RegionAttempt r, String reason) {
    maybeFail("return", r.region());
    return record(r, new RegionEvent.Returned(r.region(), r.attempt(), 2, "moved back"));
  }

  @Override
  public ReleaseEvent.Paged page(ReleaseId release, int epoch, String key, String sentence) {
    ReleaseEvent.Paged paged = new ReleaseEvent.Paged(sentence);
    ledger.record(release, epoch, key + "/paged", paged);
    return paged;
  }
}
