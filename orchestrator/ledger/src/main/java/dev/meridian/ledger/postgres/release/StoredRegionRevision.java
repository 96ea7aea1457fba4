package dev.meridian.ledger.postgres.release;

import dev.meridian.region.RegionCode;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.admission.LiveWorld.Running;
import dev.meridian.service.RevisionId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A revision that a release has put into a region and not taken back. */
@MappedEntity("region_revision")
record StoredRegionRevision(@Id UUID release, String service, @Id String region, String revision) {
  RegionCode code() {
    return new RegionCode(region);
  }

  Running running() {
    return new Running(new RevisionId(revision), new ReleaseId(release));
  }
}
