package dev.meridian.ledger.postgres.release;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** What releases have put into regions and not taken back. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RegionRevisionRepository extends GenericRepository<StoredRegionRevision, UUID> {
  @Query(
      """
      insert into region_revision (release, service, region, revision)
      values (:release, :service, :region, :revision)
      on conflict do nothing\
      """)
  void bring(StoredRegionRevision brought);

  @Query("delete from region_revision where release = :release and region = :region")
  void takeBack(UUID release, String region);

  /** The newest of each region. */
  @Query(
      """
      select distinct on (region) release, service, region, revision from region_revision
      where service = :service order by region, release desc\
      """)
  List<StoredRegionRevision> running(String service);
}
