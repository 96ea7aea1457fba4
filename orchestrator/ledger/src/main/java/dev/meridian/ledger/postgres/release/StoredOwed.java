package dev.meridian.ledger.postgres.release;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A region that a release still owes its restore. */
@MappedEntity("owed_region")
record StoredOwed(@Id UUID release, String service, @Id String region) {}
