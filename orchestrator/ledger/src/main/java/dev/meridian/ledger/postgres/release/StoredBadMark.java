package dev.meridian.ledger.postgres.release;

import dev.meridian.ledger.Releases.BadMark;
import dev.meridian.region.ServiceName;
import dev.meridian.release.ReleaseId;
import dev.meridian.service.RevisionId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A bad mark as its row. */
@MappedEntity("bad_mark")
record StoredBadMark(
    @Id String service, @Id String revision, UUID release, String reason, Instant at) {

  BadMark mark() {
    return new BadMark(
        new ServiceName(service), new RevisionId(revision), new ReleaseId(release), reason, at);
  }
}
