package dev.meridian.ledger.postgres.artifact;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A text under its hash. */
@MappedEntity("artifact")
record StoredArtifact(@Id String hash, String kind, String content) {}
