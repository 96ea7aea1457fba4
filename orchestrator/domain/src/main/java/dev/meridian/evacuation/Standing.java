package dev.meridian.evacuation;

import dev.meridian.gate.VerdictCause;
import dev.meridian.release.Milestone;
import dev.meridian.release.RegionProgress;

/** How a region stands in the release, as far as it concerns receiving others' users. */
public enum Standing {
  /** Untouched, or restored: runs the incumbent. */
  INCUMBENT("runs the incumbent"),
  /** Passed: runs the contender, proven for a whole bake. */
  CONTENDER("runs the contender"),
  /** In mid-deploy, in its bake, or being restored. */
  CHANGING("is in mid-release"),
  /** Found degraded, and not yet restored. */
  DEGRADED("is degraded"),
  /** Its cluster does not answer. */
  AWAY("has no cluster that answers"),
  /** Its own users are being sent elsewhere. */
  EVACUATED("is evacuated itself"),
  /** It has left the documents, or its law allows less, since the release began. */
  DESCRIBED_OTHERWISE("is not described as it was when the release began");

  private final String clause;

  Standing(String clause) {
    this.clause = clause;
  }

  /** What follows from a region's events in the release. */
  public static Standing of(RegionProgress progress) {
    if (progress.has(Milestone.EVACUATED)) {
      return EVACUATED;
    }
    if (progress.has(Milestone.DARK) || progress.has(Milestone.AWAY)) {
      return AWAY;
    }
    if (!progress.touched()) {
      return progress.open() ? CHANGING : INCUMBENT;
    }
    if (progress.harmed()) {
      return DEGRADED;
    }
    return progress.passed() ? CONTENDER : CHANGING;
  }

  /**
   * Whether a region that stands so may receive.
   *
   * @param releaseSuspected then a defect that belongs to users would travel with them, and only
   *     the incumbent is safe
   */
  public boolean free(boolean releaseSuspected) {
    return switch (this) {
      case INCUMBENT -> true;
      case CONTENDER -> !releaseSuspected;
      case CHANGING, DEGRADED, AWAY, EVACUATED, DESCRIBED_OTHERWISE -> false;
    };
  }

  /**
   * Whether the release may be what harms a region's users. Not when the place itself went dark and
   * neither gate nor check had found fault before; else it is taken to be.
   */
  public static boolean releaseSuspected(RegionProgress leaving) {
    boolean dark =
        leaving.has(Milestone.DARK)
            && leaving.verdict().map(VerdictCause.DARK::equals).orElse(true);
    return leaving.checkFailed().isPresent() || !dark;
  }

  /** For people, after the region's name. */
  public String clause() {
    return clause;
  }
}
