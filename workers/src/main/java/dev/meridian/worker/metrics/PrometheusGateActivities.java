package dev.meridian.worker.metrics;

import dev.meridian.activity.GateActivities;
import dev.meridian.failure.FailureCode;
import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.BakeState;
import dev.meridian.ledger.Alerts;
import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.LedgerUnreachableException;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.SupersededException;
import dev.meridian.ledger.knowledge.Changes;
import dev.meridian.ledger.knowledge.Disturbances;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.Clock;
import dev.meridian.worker.OutsideView;
import dev.meridian.worker.frozen.FrozenRollout;
import dev.meridian.worker.frozen.FrozenRollouts;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * The judge against a Prometheus. Reads only; what it records it records once per attempt. A new
 * execution goes on from the newest checkpoint: the heartbeat's, or the ledger's.
 */
public final class PrometheusGateActivities implements GateActivities {
  private final FrozenRollouts rollouts;
  private final BakeRecords records;
  private final Clock clock;
  private final OutsideView outside;
  private final BakeSources sources;

  public PrometheusGateActivities(
      FrozenRollouts rollouts,
      ReleaseLedger ledger,
      Artifacts artifacts,
      Alerts alerts,
      Changes changes,
      Disturbances disturbances,
      Clock clock,
      PrometheusClients clients,
      OutsideView outside) {
    this.rollouts = rollouts;
    this.records = new BakeRecords(ledger, artifacts, changes, clock);
    this.clock = clock;
    this.outside = outside;
    this.sources =
        new BakeSources(
            clients,
            new HistoryReader(clients, disturbances),
            Executors.newVirtualThreadPerTaskExecutor(),
            new HeardAlerts(alerts));
  }

  @Override
  public RegionEvent.VerdictGiven bake(RegionAttempt rollout) {
    return failing(() -> baked(rollout));
  }

  @Override
  public RegionEvent.VerdictGiven watch(List<RegionAttempt> passed) {
    return failing(() -> watched(passed));
  }

  private RegionEvent.VerdictGiven baked(RegionAttempt rollout) throws InterruptedException {
    Optional<RegionEvent.VerdictGiven> given = records.givenVerdict(rollout);
    if (given.isPresent()) {
      return given.orElseThrow();
    }
    ActivityExecutionContext context = Activity.getExecutionContext();
    RegionBake bake = opened(rollout, heartbeat(context));
    Rhythm rhythm = Rhythm.ofBake(clock.pace(), step(bake.frozen()), bake.listens(), clock.now());
    OutsideLooks looks = new OutsideLooks(outside, rollout, clock.pace(), sources.threads());
    Beat beat = new Beat(context, () -> BakeRecords.json(bake.state()));
    return new BakeLoop(bake, records, looks, rhythm, clock).run(beat, sources);
  }

  private RegionEvent.VerdictGiven watched(List<RegionAttempt> passed) throws InterruptedException {
    List<RegionBake> bakes = new ArrayList<>();
    for (RegionAttempt rollout : passed) {
      Optional<RegionEvent.VerdictGiven> given = records.givenWatchVerdict(rollout);
      if (given.isPresent()) {
        return given.orElseThrow();
      }
      bakes.add(opened(rollout, Optional.empty()));
    }
    Duration step =
        bakes.stream()
            .map(bake -> step(bake.frozen()))
            .min(Duration::compareTo)
            .orElse(Duration.ofMinutes(1));
    Rhythm rhythm = Rhythm.ofWatch(clock.pace(), step, clock.now());
    WatchLoop loop = new WatchLoop(bakes, records, rhythm, clock);
    return loop.run(new Beat(Activity.getExecutionContext(), loop::progress), sources);
  }

  private RegionBake opened(RegionAttempt rollout, Optional<BakeState> heartbeat) {
    FrozenRollout frozen = rollouts.of(rollout);
    ReleaseFacts facts = records.facts(rollout.release());
    Instant exposedAt =
        facts
            .exposedAt(rollout)
            .orElseThrow(() ->
                ActivityFailures.of(
                    FailureCode.UNEXPECTED,
                    "the ledger does not say when "
                        + rollout.region()
                        + " was exposed to the contender"));
    Optional<BakeState> known =
        newest(heartbeat, records.checkpoint(rollout))
            .filter(state -> !state.at().isBefore(exposedAt));
    return new RegionBake(frozen, sources, facts, exposedAt, known);
  }

  private static Optional<BakeState> newest(
      Optional<BakeState> heartbeat, Optional<BakeState> ledger) {
    boolean newer =
        heartbeat.isPresent()
            && ledger.map(BakeState::gridIndex).orElse(-1L) <= heartbeat.orElseThrow().gridIndex();
    return newer ? heartbeat : ledger;
  }

  private static Optional<BakeState> heartbeat(ActivityExecutionContext context) {
    return context.getHeartbeatDetails(String.class).map(BakeRecords::state);
  }

  private static Duration step(FrozenRollout frozen) {
    return frozen.service().gates().stream()
        .map(GateSpec::interval)
        .min(Duration::compareTo)
        .orElse(Duration.ofSeconds(15));
  }

  /** From what went wrong to what the workflow is told; the engine's own exceptions go through. */
  private static <T> T failing(Callable<T> work) {
    try {
      return work.call();
    } catch (SupersededException e) {
      throw ActivityFailures.of(e);
    } catch (LedgerUnreachableException e) {
      throw ActivityFailures.of(FailureCode.LEDGER_UNREACHABLE, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ActivityFailures.of(FailureCode.UNEXPECTED, "the worker is shutting down");
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw ActivityFailures.of(FailureCode.UNEXPECTED, String.valueOf(e.getMessage()));
    }
  }
}
