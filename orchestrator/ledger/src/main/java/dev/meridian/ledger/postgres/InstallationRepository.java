package dev.meridian.ledger.postgres;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** Marks of the installation. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface InstallationRepository extends GenericRepository<InstallationMark, String> {
  Optional<InstallationMark> findByKey(String key);

  void save(InstallationMark mark);

  @Query("select exists (select 1 from ledger_head where subject_kind = 'release')")
  boolean hasReleases();
}
