package dev.meridian.ledger.postgres.release;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Owed regions. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OwedRepository extends GenericRepository<StoredOwed, UUID> {
  @Query(
      """
      insert into owed_region (release, service, region) values (:release, :service, :region)
      on conflict do nothing\
      """)
  void owe(UUID release, String service, String region);

  @Query("delete from owed_region where release = :release and region = :region")
  void settle(UUID release, String region);

  @Query(
      """
      select release, service, region from owed_region
      where service = :service order by release, region\
      """)
  List<StoredOwed> of(String service);

  @Query("select release, service, region from owed_region order by release, region")
  List<StoredOwed> all();
}
