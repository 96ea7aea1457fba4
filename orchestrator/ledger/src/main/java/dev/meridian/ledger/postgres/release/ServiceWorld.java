package dev.meridian.ledger.postgres.release;

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
  private static final int SERVICES = 2;

  private final ReleaseRepository releases;
  private final RegionRevisionRepository revisions;

  ServiceWorld(ReleaseRepository releases, RegionRevisionRepository revisions) {
    this.releases = releases;
    this.revisions = revisions;
  }

  /** Until commit nobody else starts, supersedes or withdraws a release of it. */
  void hold(ServiceName service) {
    releases.hold(SERVICES, service.value());
  }

  LiveWorld of(ServiceName service) {
    TreeMap<RegionCode, Running> running = new TreeMap<>();
    revisions.running(service.value()).forEach(each -> running.put(each.code(), each.running()));
    return new LiveWorld(
        running,
        active(service).map(row -> new Active(row.id(), row.contender())),
        releases.waiting(service.value()).map(stored -> stored.row().id()));
  }

  Optional<ReleaseRow> active(ServiceName service) {
    return releases.active(service.value()).map(StoredRelease::row);
  }
}
