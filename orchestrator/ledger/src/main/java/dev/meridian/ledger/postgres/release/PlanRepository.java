package dev.meridian.ledger.postgres.release;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** Frozen plans. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PlanRepository extends GenericRepository<StoredPlan, UUID> {
  void save(StoredPlan plan);

  Optional<StoredPlan> findByRelease(UUID release);
}
