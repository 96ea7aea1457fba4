package dev.meridian.ledger.postgres.release;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** An idempotency key with the request and the release that it stands for. */
@MappedEntity("idempotency_key")
record StoredKey(@Id String key, String requestHash, UUID release, Instant expiresAt) {}
