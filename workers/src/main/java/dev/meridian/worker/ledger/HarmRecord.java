package dev.meridian.worker.ledger;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.bake.Evidence;
import dev.meridian.gate.bake.HarmFound;
import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.LedgerUnreachableException;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.ledger.knowledge.Incidents;
import dev.meridian.ledger.knowledge.Incidents.NewIncident;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent.VerdictGiven;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.worker.Clock;
import dev.meridian.worker.frozen.FrozenRollout;
import dev.meridian.worker.frozen.FrozenRollouts;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what a gate found on the service's incident record as soon as the release is taken back for
 * it: once per release, by the first verdict of a gate.
 */
public final class HarmRecord {
  private static final Logger LOG = LoggerFactory.getLogger(HarmRecord.class);

  private final Incidents incidents;
  private final ReleaseLedger ledger;
  private final Artifacts artifacts;
  private final FrozenRollouts frozen;
  private final Clock clock;

  public HarmRecord(
      Incidents incidents,
      ReleaseLedger ledger,
      Artifacts artifacts,
      FrozenRollouts frozen,
      Clock clock) {
    this.incidents = incidents;
    this.ledger = ledger;
    this.artifacts = artifacts;
    this.frozen = frozen;
    this.clock = clock;
  }

  /**
   * To be called after the event was recorded; does nothing for any other event. A record that
   * cannot be made is only told to the log: it must not hold the recovery.
   *
   * @throws LedgerUnreachableException when the database is away, so that the caller tries again
   */
  void after(ReleaseId release, int epoch, ReleaseEvent event) {
    if (!(event instanceof ReleaseEvent.RecoveryStarted recovery)
        || recovery.cause() != RecoveryCause.DEGRADED) {
      return;
    }
    try {
      ledger.history(release).stream()
          .map(Recorded::event)
          .filter(VerdictGiven.class::isInstance)
          .map(VerdictGiven.class::cast)
          .filter(verdict -> verdict.cause().ofGate())
          .findFirst()
          .ifPresent(verdict ->
              note(
                  new RegionAttempt(release, verdict.region(), verdict.attempt(), epoch), verdict));
    } catch (LedgerUnreachableException e) {
      throw e;
    } catch (RuntimeException e) {
      if (e instanceof ApplicationFailure told
          && FailureCode.LEDGER_UNREACHABLE.name().equals(told.getType())) {
        throw e;
      }
      LOG.warn("the harm that release {} did is not on the incident record", release, e);
    }
  }

  private void note(RegionAttempt rollout, VerdictGiven verdict) {
    FrozenRollout known = frozen.of(rollout);
    artifacts
        .load(verdict.evidence())
        .map(json -> MeridianJson.read(json, Evidence.class))
        .flatMap(
            found -> HarmFound.in(found, known.service().gates(), known.revision().id().hash()))
        .ifPresent(harm ->
            incidents.add(
                new NewIncident(
                    known.service().name(),
                    harm,
                    Optional.of(rollout.release()),
                    ReleaseEvent.MERIDIAN,
                    clock.now()),
                key(rollout.release())));
  }

  /** One incident per release, however often it is noted. */
  private static IdempotencyKey key(ReleaseId release) {
    return new IdempotencyKey("release/" + release, release.toString());
  }
}
