package dev.meridian.release.decision;

import dev.meridian.region.RegionCode;
import dev.meridian.release.PauseCause;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import java.util.List;

/** The next step of a release, with its reason for people. */
public sealed interface ReleaseStep {
  String reason();

  record StartWave(int wave, List<RegionCode> regions, String reason) implements ReleaseStep {
    public StartWave {
      regions = List.copyOf(regions);
    }
  }

  /**
   * These rollouts should be running, and those that passed be watched; then wait for news.
   *
   * @param open regions with an open attempt
   * @param watched passed regions with users
   */
  record KeepRolling(List<RegionCode> open, List<RegionCode> watched, String reason)
      implements ReleaseStep {
    public KeepRolling {
      open = List.copyOf(open);
      watched = List.copyOf(watched);
    }
  }

  record PassWave(int wave, String reason) implements ReleaseStep {}

  /** A person must act: record it, and page. */
  record Pause(PauseCause cause, String reason) implements ReleaseStep {}

  /** Open rollouts are given up; what they changed is seen to afterwards. */
  record CancelRollouts(List<RegionCode> open, String reason) implements ReleaseStep {
    public CancelRollouts {
      open = List.copyOf(open);
    }
  }

  record StartRecovery(RecoveryCause cause, String reason) implements ReleaseStep {}

  /** Restore these, side by side. */
  record Restore(List<RegionCode> regions, String reason) implements ReleaseStep {
    public Restore {
      regions = List.copyOf(regions);
    }
  }

  /** Everything else is done: wait for this region's cluster; at the deadline it is owed. */
  record AwaitReturn(RegionCode region, String reason) implements ReleaseStep {}

  /** What is left to restore lies beneath what the younger release brought: it has to go first. */
  record AwaitYounger(ReleaseId younger, String reason) implements ReleaseStep {}

  /** Bring the traffic back to a restored region. */
  record BringBack(RegionCode region, String reason) implements ReleaseStep {}

  /**
   * @param blameless taken back although none of its own gates or checks found harm
   */
  record End(ReleaseOutcome outcome, String reason, boolean blameless) implements ReleaseStep {
    public End(ReleaseOutcome outcome, String reason) {
      this(outcome, reason, false);
    }
  }

  /** It has ended. */
  record Finished(String reason) implements ReleaseStep {}
}
