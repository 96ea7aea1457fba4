package dev.meridian.worker.cluster;

import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent.DeployIntended;
import dev.meridian.release.RegionEvent.RestoreIntended;
import dev.meridian.release.RegionEvent.Restored;
import dev.meridian.release.RegionEvent.WayBackRecorded;
import dev.meridian.release.ReleaseEvent.YoungerStarted;
import dev.meridian.release.ReleaseId;
import dev.meridian.worker.RegionLedger;
import dev.meridian.worker.manifest.RolloutManifests;
import java.util.List;
import java.util.Optional;

/** Takes a region back to what was recorded: intention, fenced writes, ready pods, outcome. */
final class Restore {
  private final RegionLedger ledger;
  private final RolloutManifests manifests;
  private final WayBack wayBack;

  Restore(RegionLedger ledger, RolloutManifests manifests, WayBack wayBack) {
    this.ledger = ledger;
    this.manifests = manifests;
    this.wayBack = wayBack;
  }

  Restored run(Workplace place, String reason) throws Exception {
    RegionAttempt rollout = place.rollout();
    Optional<Restored> done = ledger.find(EffectKeys.restored(rollout), Restored.class);
    if (done.isPresent()) {
      return done.get();
    }
    Optional<WayBackRecorded> recorded = wayBack.find(rollout);
    List<ReleaseId> guests = guests(rollout);
    Optional<ReleaseId> above = guests.stream().reduce((_, last) -> last);
    long seq = intend(rollout, recorded.map(WayBackRecorded::inventory).orElse(""), reason);
    Fence fence = new Fence(rollout.release(), seq, above);
    List<DeployIntended> deploys = ledger.inRegion(rollout, DeployIntended.class);
    if (deploys.isEmpty() || recorded.isEmpty()) {
      return restored(
          place, List.of(), "nothing was deployed in " + place.region() + ": nothing to undo");
    }
    RestoreWork work =
        new RestoreWork(place, fence, guests, manifests.load(deploys.getLast().manifests()));
    String sentence =
        work.run(wayBack.load(recorded.get()), place.readyWithin(ledger.clock().pace()));
    return restored(place, work.kept(), sentence);
  }

  private long intend(RegionAttempt rollout, String inventory, String reason) {
    return ledger
        .record(
            rollout,
            EffectKeys.restoreIntended(rollout),
            new RestoreIntended(rollout.region(), rollout.attempt(), inventory, reason))
        .seq();
  }

  /** Younger releases that have been in the region meanwhile, in order. */
  private List<ReleaseId> guests(RegionAttempt rollout) {
    return ledger.history(rollout.release()).stream()
        .filter(YoungerStarted.class::isInstance)
        .map(YoungerStarted.class::cast)
        .filter(younger -> younger.regions().contains(rollout.region()))
        .map(YoungerStarted::younger)
        .toList();
  }

  private Restored restored(Workplace place, List<String> kept, String sentence) {
    return ledger
        .record(
            place.rollout(),
            EffectKeys.restored(place.rollout()),
            new Restored(place.region(), place.attempt(), kept, sentence))
        .event();
  }
}
