package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import java.util.List;
import java.util.TreeSet;

/** P1 to P6: one wave after the other, each as it was planned, none while a person must act. */
final class WaveLaws extends Chapter {
  WaveLaws(Witness witness) {
    super(witness);
  }

  @Override
  void recorded(ReleaseEvent event) {
    switch (event) {
      case ReleaseEvent.WaveStarted e -> started(e);
      case ReleaseEvent.WavePassed e -> passed(e.wave());
      case RegionEvent.DeployIntended e -> deployIntended(witness.at(e.region()));
      case ReleaseEvent.ReleaseEnded e -> {
        if (e.outcome() == ReleaseOutcome.COMPLETED) {
          witness.all().forEach(seen -> require("P2", seen.passed(), seen, "has not passed"));
        }
      }
      default -> {}
    }
  }

  private void started(ReleaseEvent.WaveStarted event) {
    int wave = event.wave();
    require("P1", witness.wave == witness.wavesPassed, "wave " + wave + " beside another");
    require("P2", wave == witness.wavesPassed + 1, "wave " + wave + " out of order");
    require("P6", witness.paused.isEmpty(), "wave " + wave + " starts while a person must act");
    TreeSet<RegionCode> planned = new TreeSet<>();
    for (Seen seen : witness.all()) {
      boolean before = seen.planned.wave() < wave;
      require("P2", !before || seen.passed(), seen, "has not passed");
      if (seen.planned.wave() == wave) {
        planned.add(seen.planned.region());
      }
    }
    TreeSet<String> domains = new TreeSet<>();
    for (RegionCode region : event.regions()) {
      String domain = witness.at(region).planned.failureDomain();
      require("P3", domains.add(domain), "two of one failure domain in wave " + wave);
    }
    require(
        "P3",
        planned.equals(new TreeSet<>(event.regions())),
        "wave " + wave + " is not as planned: " + event.regions());
  }

  private void passed(int number) {
    require("P2", number == witness.wave, "wave " + number + " passed while another one is on");
    for (Seen seen : witness.all()) {
      require("P2", seen.planned.wave() != number || seen.passed(), seen, "has not passed");
    }
  }

  private void deployIntended(Seen region) {
    require("P2", region.open, region, "is deployed out of its wave");
    for (Seen other : witness.all()) {
      boolean inChange = other != region && other.open && other.deployIntended;
      boolean rival = other.planned.failureDomain().equals(region.planned.failureDomain());
      require("P3", !inChange || !rival, region, "changes beside another of its failure domain");
    }
  }

  /** P4: never more than the newest wave is exposed and has not passed. */
  @Override
  void applied(Seen region, long fence) {
    Share unpassed = Share.NONE;
    Share cap = Share.NONE;
    for (Seen seen : witness.all()) {
      if (seen.contender && !seen.passed()) {
        unpassed = unpassed.plus(seen.planned.traffic());
      }
      if (seen.planned.wave() == witness.wave) {
        cap = cap.plus(seen.planned.traffic());
      }
    }
    boolean within = unpassed.compareTo(cap) <= 0 || witness.recovering || harmFound();
    require("P4", within, unpassed + " is exposed at once");
  }

  /** Harm found late makes a region one that has not passed. */
  private boolean harmFound() {
    return witness.any(seen -> seen.harmed);
  }

  /** P6: a person who must act does not keep harm from being taken back. */
  @Override
  void stands() {
    List<Seen> left =
        witness.newestFirst(seen -> seen.harmed && !seen.open && seen.end.isPresent());
    boolean seenTo = witness.recovering || witness.stopped || witness.ended || left.isEmpty();
    require("P6", seenTo, "a pause holds up the way back of harmed regions");
  }
}
