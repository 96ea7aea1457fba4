package dev.meridian.ledger.postgres.release;

import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.postgres.chain.ChainWriter;
import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.admission.LiveWorld;
import dev.meridian.release.admission.LiveWorld.Active;
import dev.meridian.release.admission.LiveWorld.Running;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.TreeMap;

/** What a service has in the world; stays true until commit. */
@Singleton
final class ServiceWorld {
  private static final int SERVICES = 2;

  private final ReleaseRepository releases;
  private final RegionRevisionRepository revisions;
  private final ReleaseLedger ledger;
  private final ChainWriter chains;

  ServiceWorld(
      ReleaseRepository releases,
      RegionRevisionRepository revisions,
      ReleaseLedger ledger,
      ChainWriter chains) {
    this.releases = releases;
    this.revisions = revisions;
    this.ledger = ledger;
    this.chains = chains;
  }

  /** Until commit nobody else starts, supersedes or withdraws a release of it. */
  void hold(ServiceName service) {
    releases.hold(SERVICES, service.value());
  }

  /**
   * To be asked with the service held. Until commit nothing happens to its active releases either:
   * neither does one end, nor begins one to be taken back.
   */
  LiveWorld of(ServiceName service) {
    active(service).forEach(release -> chains.lock(Subject.release(release)));
    TreeMap<RegionCode, Running> running = new TreeMap<>();
    revisions.running(service.value()).forEach(each -> running.put(each.code(), each.running()));
    return new LiveWorld(
        running,
        active(service).stream().map(release -> Active.of(release, ledger.state(release))).toList(),
        releases.waiting(service.value()).map(stored -> stored.row().id()));
  }

  private List<ReleaseId> active(ServiceName service) {
    return releases.active(service.value()).stream().map(stored -> stored.row().id()).toList();
  }
}
