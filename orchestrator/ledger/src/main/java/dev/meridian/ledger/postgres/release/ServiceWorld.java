package dev.meridian.ledger.postgres.release;

import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import dev.meridian.release.admission.LiveWorld;
import dev.meridian.release.admission.LiveWorld.Active;
import dev.meridian.release.admission.LiveWorld.Running;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.TreeMap;

/** What a service has in the world; stays true while the caller holds the service. */
@Singleton
final class ServiceWorld {
  private final ReleaseRepository releases;
  private final RegionRevisionRepository revisions;

  ServiceWorld(ReleaseRepository releases, RegionRevisionRepository revisions) {
    this.releases = releases;
    this.revisions = revisions;
  }

  LiveWorld of(ServiceName service) {
    TreeMap<RegionCode, Running> running = new TreeMap<>();
    revisions.running(service.value()).forEach(each -> running.put(each.code(), each.running()));
    return new LiveWorld(
        running,
        active(service).map(row -> new Active(row.id(), row.contender())),
        Optional.empty());
  }

  Optional<ReleaseRow> active(ServiceName service) {
    return releases
        .findByServiceAndPhaseNotEquals(service.value(), Phase.ENDED.name())
        .map(StoredRelease::row);
  }
}
