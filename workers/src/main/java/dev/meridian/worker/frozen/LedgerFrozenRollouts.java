package dev.meridian.worker.frozen;

import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.LedgerUnreachableException;
import dev.meridian.ledger.plan.Plans;
import dev.meridian.region.RegionCode;
import dev.meridian.region.plan.Wave;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.ReleaseId;
import dev.meridian.worker.ActivityFailures;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads what a release froze once, and keeps it: frozen documents do not change, nor does a wave
 * that has begun, and nobody asks for a rollout before.
 */
public final class LedgerFrozenRollouts implements FrozenRollouts {
  private record Place(ReleaseId release, RegionCode region) {}

  private final FrozenReleases releases;
  private final Plans plans;
  private final Map<Place, Optional<Wave>> replanned = new ConcurrentHashMap<>();

  public LedgerFrozenRollouts(FrozenReleases releases, Plans plans) {
    this.releases = releases;
    this.plans = plans;
  }

  @Override
  public FrozenRollout of(RegionAttempt rollout) {
    try {
      return read(rollout);
    } catch (LedgerUnreachableException e) {
      throw ActivityFailures.of(FailureCode.LEDGER_UNREACHABLE, String.valueOf(e.getMessage()));
    }
  }

  private FrozenRollout read(RegionAttempt rollout) {
    FrozenRelease frozen = releases.of(rollout.release());
    RegionCode region = rollout.region();
    return new FrozenRollout(
        rollout,
        frozen.catalog(),
        frozen.service(),
        frozen.catalog().region(region),
        frozen
            .service()
            .presence(region)
            .orElseThrow(() ->
                ActivityFailures.of(
                    FailureCode.INVALID_SPEC, "the service has no presence in " + region)),
        frozen.revision(),
        frozen.plan(),
        replanned.computeIfAbsent(new Place(rollout.release(), region), this::replanned));
  }

  private Optional<Wave> replanned(Place place) {
    return plans.revised(place.release()).flatMap(plan -> plan.waveOf(place.region()));
  }
}
