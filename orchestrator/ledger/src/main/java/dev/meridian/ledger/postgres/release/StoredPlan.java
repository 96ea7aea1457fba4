package dev.meridian.ledger.postgres.release;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** The plan that a release froze, as canonical JSON. */
@MappedEntity("release_plan")
record StoredPlan(@Id UUID release, String plan) {}
