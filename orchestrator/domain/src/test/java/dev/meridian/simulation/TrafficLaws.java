package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;

/** P20 and P33: somebody always answers, and nothing is moved blindly or where nobody is harmed. */
final class TrafficLaws extends Chapter {
  TrafficLaws(Witness witness) {
    super(witness);
  }

  @Override
  void recorded(ReleaseEvent event) {
    switch (event) {
      case ReleaseEvent.RecoveryStarted e -> {
        boolean why =
            switch (e.cause()) {
              case ABORTED -> witness.aborted;
              case DEGRADED, CHECK_FAILED, CONTENDER_SILENT -> !witness.stopped;
              case OLDER_TAKEN_BACK -> witness.olderTakenBack;
            };
        require("P33", why, "a recovery without a cause: " + e);
      }
      case RegionEvent.RestoreIntended e -> {
        boolean seen = witness.any(each -> each.harmed) || witness.at(e.region()).stepFailed;
        boolean why = witness.aborted || witness.recovering || seen;
        require("P33", why || !witness.blind, e.region() + " is restored blindly");
        Seen region = witness.at(e.region());
        boolean own = region.harmed || region.open;
        require("P33", own || !witness.suspects(), region, "is restored, and is not harmed");
      }
      case RegionEvent.EvacuationIntended e -> evacuated(witness.at(e.region()));
      case ReleaseEvent.WaveStarted e ->
          require("P33", !witness.suspects(), "a wave starts in a suspect environment: " + e);
      case RegionEvent.ReturnIntended e ->
          require("P33", !witness.suspects(), witness.at(e.region()), "gets its traffic back");
      default -> {}
    }
  }

  private static void evacuated(Seen region) {
    Role role = region.planned.role();
    require("P33", role == Role.PRODUCTION, region, "is " + role + ", and evacuated by itself");
    require("P33", region.harmed || region.dark, region, "is evacuated and is not harmed");
    require("P33", !region.suspect || region.dark, region, "is evacuated on a suspicion");
  }

  @Override
  void moved(RegionCode region, boolean served, long serving) {
    Seen seen = witness.at(region);
    require("P20", serving > 0, "no region serves");
    boolean said = served ? seen.returnIntended : seen.evacuationIntended;
    require("P25", said, seen, "has its traffic moved without an intention");
  }
}
