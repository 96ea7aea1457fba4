package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import dev.meridian.release.decision.ReleaseStep;
import java.util.List;
import java.util.TreeSet;

/**
 * The order of recovery: harmed regions first and at once; then one healthy region as proof; then
 * the rest, newest first, within the share and one of a failure domain; those that carry evacuated
 * traffic last; then those whose cluster was away; then traffic returns.
 */
final class OrderLaws extends Chapter {
  private final Share most;

  OrderLaws(Witness witness, Share most) {
    super(witness);
    this.most = most;
  }

  @Override
  void chosen(ReleaseStep step) {
    switch (step) {
      case ReleaseStep.Restore s -> restore(s.regions().stream().map(witness::at).toList());
      case ReleaseStep.AwaitReturn s -> await(witness.at(s.region()));
      case ReleaseStep.BringBack s -> bringBack(witness.at(s.region()));
      case ReleaseStep.StartWave _,
          ReleaseStep.KeepRolling _,
          ReleaseStep.PassWave _,
          ReleaseStep.Pause _,
          ReleaseStep.CancelRollouts _,
          ReleaseStep.StartRecovery _,
          ReleaseStep.AwaitYounger _,
          ReleaseStep.End _,
          ReleaseStep.Finished _ -> {}
    }
  }

  private void restore(List<Seen> batch) {
    require("order", witness.recovering, "a restore before the recovery");
    require("order", !batch.isEmpty(), "a restore of nothing");
    for (Seen seen : batch) {
      require("order", seen.waiting(), seen, "is restored, and its turn has not come");
    }
    for (Seen seen : witness.all()) {
      require("order", !seen.open, seen, "is still rolling out");
      boolean failed = seen.restoreFailed && seen.mayHold;
      require("order", !failed, seen, "was not restored: the others wait for a person");
    }
    List<Seen> harmed = witness.newestFirst(seen -> seen.waiting() && seen.harmed);
    if (harmed.isEmpty()) {
      healthy(batch);
    } else {
      boolean same = batch.size() == harmed.size() && batch.containsAll(harmed);
      require("order", same, "harmed regions are restored first and at once: " + codes(batch));
    }
  }

  private void healthy(List<Seen> batch) {
    List<Seen> free = witness.newestFirst(seen -> seen.waiting() && !witness.receives(seen));
    List<Seen> turn = free.isEmpty() ? witness.newestFirst(Seen::waiting) : free;
    for (Seen seen : batch) {
      require("order", turn.contains(seen), seen, "carries evacuated traffic and is not the last");
    }
    require("order", batch.getFirst() == turn.getFirst(), "not the newest: " + codes(batch));
    boolean proven = witness.any(seen -> seen.restored && !seen.harmed);
    require("order", proven || batch.size() == 1, "without proof: " + codes(batch));
    Share moving = Share.NONE;
    TreeSet<String> domains = new TreeSet<>();
    int place = Integer.MAX_VALUE;
    for (Seen seen : batch) {
      moving = moving.plus(seen.planned.traffic());
      require("order", domains.add(seen.planned.failureDomain()), seen, "has a rival beside it");
      require("order", seen.place < place, seen, "is newer than the one before it");
      place = seen.place;
    }
    boolean within = batch.size() == 1 || moving.compareTo(most) <= 0;
    require("order", within, moving + " of the traffic is restored at once");
  }

  private void await(Seen region) {
    require("order", region.mayHold && !region.owed, region, "is waited for in vain");
    require("order", !witness.any(Seen::waiting), "regions wait behind one that is away");
  }

  private void bringBack(Seen region) {
    require("order", region.evacuated, region, "gets back what was never moved");
    require("order", !region.returnFailed, region, "gets back what harmed it before");
    boolean left = witness.any(seen -> seen.mayHold && !seen.owed);
    require("order", !left, "traffic returns before every region is restored");
  }

  private static List<RegionCode> codes(List<Seen> regions) {
    return regions.stream().map(seen -> seen.planned.region()).toList();
  }
}
