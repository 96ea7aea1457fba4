package dev.meridian.release.decision;

import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.change.RegionChange;
import dev.meridian.release.Neighbours;
import dev.meridian.release.PauseCause;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.ReleaseState;
import java.util.List;
import java.util.Optional;

/**
 * What a release does next. In order of severity: it has ended; it is being taken back; a person
 * wants to end it; a region shows harm; a person must act; a wave has passed; the next one may
 * start.
 */
public final class ReleaseDecision {
  private ReleaseDecision() {}

  public static ReleaseStep next(ReleaseState state) {
    if (state.outcome().isPresent()) {
      return new ReleaseStep.Finished("the release has ended");
    }
    if (state.recovery().isPresent()) {
      return RecoveryDecision.next(state, state.recovery().get());
    }
    return switch (state.wish()) {
      case ABORT -> new ReleaseStep.StartRecovery(RecoveryCause.ABORTED, "a person aborted it");
      case STOP -> stop(state);
      case NONE -> harm(state).or(() -> beneath(state)).orElseGet(() -> onward(state));
    };
  }

  /**
   * Whether a decision to go on may still be recorded. What was decided by news of a moment ago is
   * weighed once more against all that is recorded: harm that the watch has found meanwhile, or an
   * end that a worker recorded just before it died.
   */
  public static boolean stands(ReleaseState state, ReleaseEvent.OfRelease event) {
    if (event instanceof ReleaseEvent.Paged) {
      return true;
    }
    return state.outcome().isEmpty()
        && switch (event) {
          case ReleaseEvent.CatalogueChanged changed ->
              next(state) instanceof ReleaseStep.StartWave
                  && changed.revised().stream()
                      .allMatch(revision -> revision.number() == state.planRevision() + 1);
          case ReleaseEvent.WaveStarted started ->
              next(state) instanceof ReleaseStep.StartWave step
                  && step.wave() == started.wave()
                  && started.planRevision() == state.planRevision();
          case ReleaseEvent.WavePassed passed ->
              next(state) instanceof ReleaseStep.PassWave step && step.wave() == passed.wave();
          case ReleaseEvent.ReleaseEnded ended ->
              next(state) instanceof ReleaseStep.End step
                  && step.outcome() == ended.outcome()
                  && step.blameless() == ended.blameless();
          case ReleaseEvent.OfRelease other -> true;
        };
  }

  /**
   * Whether harm that the watch finds in a region that has passed may still be recorded. Once the
   * release has ended or is being taken back nobody waits for a watch that has not yet heard that
   * it is over, and where a younger release has come, harm is that one's.
   */
  public static boolean watches(ReleaseState state, RegionCode region) {
    if (state.outcome().isPresent()) {
      return false;
    }
    if (state.recovery().isEmpty()) {
      return !state.neighbours().entered(region);
    }
    return next(state) instanceof ReleaseStep.KeepRolling step && step.watched().contains(region);
  }

  private static ReleaseStep stop(ReleaseState state) {
    List<RegionCode> open = codes(state.openRegions());
    if (!open.isEmpty()) {
      return new ReleaseStep.CancelRollouts(open, "a person stopped the release");
    }
    long keep = state.regions().stream().filter(RegionProgress::touched).count();
    return new ReleaseStep.End(
        ReleaseOutcome.STOPPED,
        "a person stopped it: " + keep + " of " + state.regions().size() + " regions keep it");
  }

  private static Optional<ReleaseStep> harm(ReleaseState state) {
    return state.regions().stream()
        .flatMap(progress -> recovery(progress).stream())
        .findFirst()
        .map(ReleaseStep.class::cast);
  }

  /** An open attempt stops its own bleeding first; the release follows when it has ended. */
  private static Optional<ReleaseStep.StartRecovery> recovery(RegionProgress progress) {
    if (progress.open() || progress.attempt() == 0) {
      return Optional.empty();
    }
    return cause(progress)
        .map(cause ->
            new ReleaseStep.StartRecovery(cause, progress.region() + ": " + progress.why()));
  }

  private static Optional<RecoveryCause> cause(RegionProgress progress) {
    if (progress.checkFailed().isPresent()) {
      return Optional.of(RecoveryCause.CHECK_FAILED);
    }
    if (progress.harmed() || progress.end().equals(Optional.of(RegionEnd.DEGRADED))) {
      return Optional.of(RecoveryCause.DEGRADED);
    }
    return progress
        .verdict()
        .filter(VerdictCause.CONTENDER_SILENT::equals)
        .map(_ -> RecoveryCause.CONTENDER_SILENT);
  }

  /** Nobody may stand on what is being taken away. */
  private static Optional<ReleaseStep> beneath(ReleaseState state) {
    return state
        .neighbours()
        .older()
        .filter(Neighbours.Older::takenBack)
        .map(older ->
            new ReleaseStep.StartRecovery(
                RecoveryCause.OLDER_TAKEN_BACK,
                "release " + older.release() + ", which it runs on top of, is being taken back"));
  }

  private static ReleaseStep onward(ReleaseState state) {
    if (state.paused().isEmpty()) {
      Optional<RegionProgress> stuck =
          state.regions().stream().filter(ReleaseDecision::needsPerson).findFirst();
      if (stuck.isPresent()) {
        String reason = stuck.get().region() + ": " + stuck.get().why();
        return new ReleaseStep.Pause(pauseCause(stuck.get()), reason);
      }
    }
    if (state.paused().isPresent() || !state.openRegions().isEmpty()) {
      String reason = state.paused().isPresent() ? "a person must act" : "regions are rolling";
      return new ReleaseStep.KeepRolling(codes(state.openRegions()), watched(state), reason);
    }
    if (state.wave() > state.wavesPassed()) {
      requirePassed(state);
      String reason = "every region of wave " + state.wave() + " passed";
      return new ReleaseStep.PassWave(state.wave(), reason);
    }
    if (state.wavesPassed() < state.waves()) {
      ReleaseStep.StartWave step = startWave(state, state.wavesPassed() + 1);
      return mustWait(state, step) ? stayBehind(state, "leaves canary") : step;
    }
    return state.neighbours().older().isPresent() ? stayBehind(state, "ends") : complete(state);
  }

  /** A release that has gone nowhere has completed nothing. */
  private static ReleaseStep complete(ReleaseState state) {
    if (state.regions().isEmpty()) {
      return new ReleaseStep.End(
          ReleaseOutcome.STOPPED, "every region has left before its wave: it has gone nowhere");
    }
    long skipped = state.changes().stream().filter(RegionChange.Skipped.class::isInstance).count();
    String others = skipped == 0 ? "" : "; " + skipped + " had left and are not gone to";
    return new ReleaseStep.End(
        ReleaseOutcome.COMPLETED, "all " + state.regions().size() + " regions passed" + others);
  }

  /** P2: a wave that did not pass as a whole can never be taken for passed. */
  private static void requirePassed(ReleaseState state) {
    for (RegionProgress progress : state.inWave(state.wave())) {
      if (!progress.passed()) {
        throw new IllegalStateException(progress.region() + " has not passed: " + progress.end());
      }
    }
  }

  /** P5: a younger release never leaves canary before the older one has ended. */
  private static boolean mustWait(ReleaseState state, ReleaseStep.StartWave step) {
    return state.neighbours().older().isPresent()
        && step.regions().stream().anyMatch(it -> state.planned(it).role() == Role.PRODUCTION);
  }

  /** Nor does it end before: the older one could be taken back no more without undoing it. */
  private static ReleaseStep stayBehind(ReleaseState state, String what) {
    String reason =
        "it "
            + what
            + " when release "
            + state.neighbours().older().orElseThrow().release()
            + " has ended";
    return new ReleaseStep.KeepRolling(List.of(), watched(state), reason);
  }

  private static ReleaseStep.StartWave startWave(ReleaseState state, int wave) {
    List<RegionCode> regions =
        state.schedule().stream()
            .filter(planned -> planned.wave() == wave)
            .map(PlannedRegion::region)
            .toList();
    String reason =
        wave == 1 ? "the release begins" : "every region of wave " + (wave - 1) + " passed";
    return new ReleaseStep.StartWave(wave, regions, reason);
  }

  private static boolean needsPerson(RegionProgress progress) {
    return progress
        .end()
        .filter(end -> end == RegionEnd.FAILED || end == RegionEnd.INCONCLUSIVE)
        .isPresent();
  }

  private static PauseCause pauseCause(RegionProgress progress) {
    if (progress.end().equals(Optional.of(RegionEnd.FAILED))) {
      return PauseCause.STEP_FAILED;
    }
    return progress.verdict().map(ReleaseDecision::pauseCause).orElse(PauseCause.TELEMETRY_OUTAGE);
  }

  private static PauseCause pauseCause(VerdictCause cause) {
    return switch (cause) {
      case TOO_FEW_REQUESTS -> PauseCause.TOO_FEW_REQUESTS;
      case CLUSTER_AWAY -> PauseCause.CLUSTER_AWAY;
      case ALARM_FIRING -> PauseCause.ALARM;
      case ENVIRONMENT -> PauseCause.ENVIRONMENT_SUSPECTED;
      case PROVEN, UNPROVEN, GATE, ALARM, DARK, CONTENDER_SILENT, EVERYTHING_SILENT ->
          PauseCause.TELEMETRY_OUTAGE;
    };
  }

  static List<RegionCode> watched(ReleaseState state) {
    return state.regions().stream()
        .filter(RegionProgress::passed)
        .map(RegionProgress::region)
        .filter(region -> state.planned(region).role().hasUsers())
        .filter(region -> !state.neighbours().entered(region))
        .toList();
  }

  static List<RegionCode> codes(List<RegionProgress> regions) {
    return regions.stream().map(RegionProgress::region).toList();
  }
}
