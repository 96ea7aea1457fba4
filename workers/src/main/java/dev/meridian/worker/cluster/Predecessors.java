package dev.meridian.worker.cluster;

import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionEvent.WayBackRecorded;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseId;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which release brought what a region ran when another came. The objects themselves say so: each
 * carries the fence of whoever wrote it last, and the way back keeps it. Where that release was
 * taken back, it is the one before it, and so on. What somebody else has edited since is not
 * noticed here.
 */
public final class Predecessors {
  private static final int MOST = 100;

  private final ReleaseLedger ledger;
  private final Artifacts artifacts;

  public Predecessors(ReleaseLedger ledger, Artifacts artifacts) {
    this.ledger = ledger;
    this.artifacts = artifacts;
  }

  /** Empty where it was none of Meridian's, or none that this ledger knows. */
  public Optional<ReleaseId> of(ReleaseId release, RegionCode region) {
    Optional<ReleaseId> found = writer(release, region);
    for (int i = 0; i < MOST && found.isPresent(); i++) {
      RegionProgress there = progress(found.orElseThrow(), region);
      if (there.touched()) {
        return found;
      }
      found = writer(found.orElseThrow(), region);
    }
    return Optional.empty();
  }

  /** Whose fence is the newest in the way back that a release recorded. */
  private Optional<ReleaseId> writer(ReleaseId release, RegionCode region) {
    return ledger
        .find(EffectKeys.wayBack(release, region))
        .map(Recorded::event)
        .map(WayBackRecorded.class::cast)
        .flatMap(recorded -> artifacts.load(recorded.inventory()))
        .flatMap(inventory ->
            Inventory.parse(inventory).existing().stream()
                .flatMap(object -> Fence.of(object).stream())
                .max(Comparator.naturalOrder()))
        .map(Fence::release)
        .filter(writer -> !writer.equals(release));
  }

  private RegionProgress progress(ReleaseId release, RegionCode region) {
    RegionProgress progress = RegionProgress.untouched(region);
    for (Recorded<?> recorded : ledger.history(release)) {
      if (recorded.event() instanceof RegionEvent event && event.region().equals(region)) {
        progress = progress.after(event);
      }
    }
    return progress;
  }
}
