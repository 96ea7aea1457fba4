package dev.meridian.worker.ledger;

import dev.meridian.ledger.Releases;
import dev.meridian.ledger.knowledge.Incidents;
import dev.meridian.ledger.plan.PlanMaterial;
import dev.meridian.ledger.plan.Plans;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.worker.frozen.DocumentsNow;
import dev.meridian.worker.frozen.FrozenExample;
import dev.meridian.worker.frozen.FrozenReleases;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A release of the example to two regions, one after the other, just started. */
final class StartedRelease {
  static final RegionCode TOKYO = new RegionCode("ap-northeast-1");

  static final RegionCode MUMBAI = new RegionCode("ap-south-1");

  private StartedRelease() {}

  private static PlannedRegion planned(RegionCode region, int wave) {
    return new PlannedRegion(region, wave, Role.PRODUCTION, Share.ofFraction(0.25), "d");
  }

  /** The documents of these ports. */
  static DocumentsNow documents(Ports ports) {
    Plans plans = new Plans(ports.releases(), ports.ledger(), ports.artifacts());
    return new DocumentsNow(
        ports.documents(),
        new FrozenReleases(ports.documents(), ports.releases(), plans),
        plans,
        new PlanMaterial(new Incidents(ports.ledger()), ports.releases(), plans));
  }

  static void in(Ports ports, FrozenExample frozen) {
    ReleaseEvent.ReleaseStarted started =
        new ReleaseEvent.ReleaseStarted(
            frozen.service().name(),
            frozen.of(TOKYO.value()).revision().id(),
            frozen.image(),
            1,
            1,
            List.of(planned(TOKYO, 1), planned(MUMBAI, 2)),
            Share.ofFraction(0.5),
            "ada",
            "to see");
    ports
        .releases()
        .start(
            new Releases.NewRelease(
                FrozenExample.RELEASE, started, Map.of(), Map.of(), Instant.EPOCH),
            Optional.empty());
  }
}
