package dev.meridian.ledger.postgres;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** Something that is true of the whole installation. */
@MappedEntity("installation")
record InstallationMark(@Id String key, String value) {}
