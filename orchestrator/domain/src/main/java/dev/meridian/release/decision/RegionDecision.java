package dev.meridian.release.decision;

import dev.meridian.gate.VerdictCause;
import dev.meridian.region.Role;
import dev.meridian.release.Milestone;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.Trouble;
import java.util.Optional;

/**
 * What a region rollout does next: forward through image, way back, review, deploy, checks and
 * bake; and back at once, by itself, as soon as it shows harm.
 */
public final class RegionDecision {
  private RegionDecision() {}

  /** The next step; {@link RegionStep.End} when this attempt is over. */
  public static RegionStep next(RegionTask task) {
    RegionProgress progress = task.progress();
    if (progress.verdict().isPresent()) {
      return afterVerdict(task, progress.verdict().get());
    }
    if (progress.checkFailed().isPresent()) {
      return takeBack(task, RegionEnd.DEGRADED, progress.checkFailed().get());
    }
    if (progress.trouble().isPresent()) {
      return afterTrouble(task, progress.trouble().get());
    }
    return forward(task);
  }

  private static RegionStep forward(RegionTask task) {
    RegionProgress progress = task.progress();
    if (!progress.has(Milestone.IMAGE_PRESENT)) {
      return new RegionStep.EnsureImage("the region's own registry must serve the image");
    }
    if (!progress.has(Milestone.WAY_BACK_RECORDED)) {
      return new RegionStep.RecordWayBack("what runs now is recorded before it is changed");
    }
    if (!progress.has(Milestone.REVIEWED)) {
      return new RegionStep.Review("manifests are reviewed against the live cluster");
    }
    if (!progress.has(Milestone.EXPOSED)) {
      return new RegionStep.Deploy("the way back is recorded");
    }
    Optional<String> check =
        task.checks().stream().filter(name -> !progress.checksPassed().contains(name)).findFirst();
    if (check.isPresent()) {
      return new RegionStep.RunCheck(check.get(), "the contender serves");
    }
    if (task.role() == Role.STAGING) {
      return new RegionStep.End(RegionEnd.PASSED, "staging has no users: all checks passed");
    }
    return new RegionStep.Bake("the contender serves users: gates watch until the bake is over");
  }

  private static RegionStep afterVerdict(RegionTask task, VerdictCause cause) {
    String why = task.progress().sentence();
    return switch (cause) {
      case PROVEN, UNPROVEN -> new RegionStep.End(RegionEnd.PASSED, why);
      case GATE, ENVIRONMENT, ALARM, DARK -> takeBack(task, RegionEnd.DEGRADED, why);
      case CONTENDER_SILENT -> takeBack(task, RegionEnd.INCONCLUSIVE, why);
      case EVERYTHING_SILENT, CLUSTER_AWAY, ALARM_FIRING, TOO_FEW_REQUESTS ->
          new RegionStep.End(RegionEnd.INCONCLUSIVE, why);
    };
  }

  /** The fastest safe lever at once; the verdict stays. */
  private static RegionStep takeBack(RegionTask task, RegionEnd end, String why) {
    RegionProgress progress = task.progress();
    if (unreachable(progress)) {
      return evacuationOpen(task)
          ? new RegionStep.Evacuate("its cluster does not answer and its users are harmed")
          : new RegionStep.End(end, why);
    }
    if (progress.touched() && progress.recoveryTrouble().isEmpty()) {
      return new RegionStep.Restore(why);
    }
    return new RegionStep.End(end, why);
  }

  private static boolean unreachable(RegionProgress progress) {
    return progress.has(Milestone.DARK)
        || progress.recoveryTrouble().filter(Trouble::clusterAway).isPresent();
  }

  /**
   * Where users are seen to be harmed, by more than an alarm; never by itself for staging or
   * canary; and once is enough.
   */
  private static boolean evacuationOpen(RegionTask task) {
    RegionProgress progress = task.progress();
    return task.mayEvacuate()
        && task.role() == Role.PRODUCTION
        && (progress.harmSeen() || progress.has(Milestone.DARK))
        && !progress.has(Milestone.EVACUATED)
        && !progress.has(Milestone.EVACUATION_REFUSED)
        && progress.recoveryTrouble().filter(t -> t.step().equals(Trouble.EVACUATE)).isEmpty();
  }

  /** A cluster that is away is waited for; what cannot be done is undone, without blame. */
  private static RegionStep afterTrouble(RegionTask task, Trouble trouble) {
    RegionProgress progress = task.progress();
    if (trouble.clusterAway() && !progress.relapsing()) {
      if (progress.has(Milestone.DARK)) {
        return takeBack(task, RegionEnd.DEGRADED, progress.sentence());
      }
      return progress.has(Milestone.AWAY)
          ? new RegionStep.End(RegionEnd.FAILED, trouble.sentence())
          : new RegionStep.AwaitCluster(trouble.sentence());
    }
    return takeBack(task, RegionEnd.FAILED, trouble.sentence());
  }
}
