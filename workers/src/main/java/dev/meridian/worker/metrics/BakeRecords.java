package dev.meridian.worker.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.failure.FailureCode;
import dev.meridian.gate.bake.BakeState;
import dev.meridian.gate.bake.BakeStep;
import dev.meridian.gate.bake.BakeTerms;
import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.ledger.knowledge.Changes;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.decision.NeighbourDecision;
import dev.meridian.release.decision.ReleaseDecision;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the judge writes down: each thing once, whoever executes it. Keys belong to the attempt, so
 * a run that takes over finds what the one before it has recorded.
 */
final class BakeRecords {
  private static final ObjectMapper JSON = MeridianJson.mapper();
  private static final String BY = "meridian";
  private static final String VERDICT = "verdict";
  private static final String WATCH_VERDICT = "watch-verdict";

  private final ReleaseLedger ledger;
  private final Artifacts artifacts;
  private final Changes changes;
  private final Clock clock;

  BakeRecords(ReleaseLedger ledger, Artifacts artifacts, Changes changes, Clock clock) {
    this.ledger = ledger;
    this.artifacts = artifacts;
    this.changes = changes;
    this.clock = clock;
  }

  ReleaseFacts facts(ReleaseId release) {
    List<Recorded<ReleaseEvent>> history = ledger.history(release);
    return new ReleaseFacts(
        history,
        ReleaseFacts.behind(history).map(ledger::history).orElseGet(List::of),
        changes.list(Optional.empty(), ReleaseFacts.MOST_CHANGES));
  }

  void started(RegionAttempt rollout, Instant exposedAt, BakeTerms terms) {
    record(
        rollout,
        "bake-started",
        new RegionEvent.BakeStarted(rollout.region(), rollout.attempt(), exposedAt, terms.until()));
  }

  /**
   * A bake that was given up may notice it late: what it still says is about nothing any more.
   *
   * @param time of the reason, from 1: each is recorded once
   */
  void held(RegionAttempt rollout, BakeStep.Hold hold, int time) {
    if (facts(rollout.release()).ended(rollout)) {
      return;
    }
    record(
        rollout,
        "held/"
            + hold.reason().name().toLowerCase(Locale.ROOT).replace('_', '-')
            + (time == 1 ? "" : "/" + time),
        new RegionEvent.RegionHeld(rollout.region(), rollout.attempt(), hold.sentence()));
  }

  /** The verdict of the bake; the first one stands, and none counts after the attempt's end. */
  RegionEvent.VerdictGiven verdict(RegionAttempt rollout, BakeStep.Verdict verdict) {
    if (facts(rollout.release()).ended(rollout)) {
      return event(rollout, verdict);
    }
    return record(rollout, VERDICT, event(rollout, verdict));
  }

  /** The verdict of the watch after the bake, while the release still watches there. */
  RegionEvent.VerdictGiven watchVerdict(RegionAttempt rollout, BakeStep.Verdict verdict) {
    return ledger.exclusively(
        rollout.release(),
        () -> {
          if (!ReleaseDecision.watches(upToDate(rollout.release()), rollout.region())) {
            throw ActivityFailures.of(
                FailureCode.OUTDATED, "nobody watches " + rollout.region() + " any more");
          }
          return record(rollout, WATCH_VERDICT, event(rollout, verdict));
        });
  }

  /** The younger release may have come there just now. */
  private ReleaseState upToDate(ReleaseId release) {
    ReleaseState own = ledger.state(release);
    return own.neighbours()
        .other()
        .map(other -> NeighbourDecision.upToDate(own, ledger.state(other)))
        .orElse(own);
  }

  Optional<RegionEvent.VerdictGiven> givenVerdict(RegionAttempt rollout) {
    return given(rollout, VERDICT);
  }

  Optional<RegionEvent.VerdictGiven> givenWatchVerdict(RegionAttempt rollout) {
    return given(rollout, WATCH_VERDICT);
  }

  void checkpoint(RegionAttempt rollout, BakeState state) {
    artifacts.checkpoint(rollout.key("bake"), state.gridIndex(), json(state));
  }

  Optional<BakeState> checkpoint(RegionAttempt rollout) {
    return artifacts.checkpoint(rollout.key("bake")).map(BakeRecords::state);
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a " + value.getClass().getSimpleName() + " is JSON", e);
    }
  }

  /**
   * @throws IllegalArgumentException when it is no checkpoint of this version
   */
  static BakeState state(String json) {
    return MeridianJson.read(json, BakeState.class);
  }

  private RegionEvent.VerdictGiven event(RegionAttempt rollout, BakeStep.Verdict verdict) {
    String evidence = artifacts.store("evidence", json(verdict.evidence()));
    return new RegionEvent.VerdictGiven(
        rollout.region(),
        rollout.attempt(),
        verdict.cause(),
        evidence,
        verdict.sentence(),
        verdict.evidence().changedNearby());
  }

  private Optional<RegionEvent.VerdictGiven> given(RegionAttempt rollout, String what) {
    return ledger
        .find(rollout.key(what))
        .map(Recorded::event)
        .map(RegionEvent.VerdictGiven.class::cast);
  }

  private <E extends ReleaseEvent> E record(RegionAttempt rollout, String what, E event) {
    Keyed<E> keyed = new Keyed<>(rollout.key(what), clock.now(), event);
    return ledger.record(rollout.release(), rollout.epoch(), BY, keyed).event();
  }
}
