package dev.meridian.ledger.postgres.release;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Idempotency keys. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeyRepository extends GenericRepository<StoredKey, String> {
  void save(StoredKey key);

  Optional<StoredKey> findByKey(String key);

  void deleteByExpiresAtLessThanEquals(Instant now);
}
