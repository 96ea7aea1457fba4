package dev.meridian.simulation;

import dev.meridian.gate.VerdictCause;
import dev.meridian.release.RegionAttempt;
import java.util.function.Consumer;

/** Bakes end as their region's fate says; unless the region goes dark before. */
final class DrawnBakes implements Bakes {
  private final Agenda agenda;
  private final Clusters clusters;
  private final Durations durations;

  DrawnBakes(Agenda agenda, Clusters clusters, Durations durations) {
    this.agenda = agenda;
    this.clusters = clusters;
    this.durations = durations;
  }

  @Override
  public void bake(RegionAttempt rollout, Consumer<VerdictCause> then) {
    SimulatedRegion region = clusters.region(rollout.region());
    long end = agenda.now() + durations.of("bake", rollout, 600, 10_000);
    long dark = region.foundDark(agenda.now());
    if (dark < end) {
      agenda.at(dark, () -> then.accept(VerdictCause.DARK));
      return;
    }
    long back = region.seenAgain(end);
    if (back > end + Observations.DEADLINE) {
      agenda.at(end + Observations.DEADLINE, () -> then.accept(VerdictCause.CLUSTER_AWAY));
    } else {
      agenda.at(back, () -> then.accept(region.fate(rollout.attempt()).verdict()));
    }
  }

  @Override
  public void watch(RegionAttempt rollout, Runnable then) {
    clusters
        .region(rollout.region())
        .fate(rollout.attempt())
        .lateHarm()
        .ifPresent(late -> agenda.after(late, then));
  }

  @Override
  public long judged() {
    return 0;
  }
}
