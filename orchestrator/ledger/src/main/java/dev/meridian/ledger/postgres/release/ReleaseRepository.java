package dev.meridian.ledger.postgres.release;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.Limit;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of releases. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReleaseRepository extends GenericRepository<StoredRelease, UUID> {
  void save(StoredRelease release);

  void update(StoredRelease release);

  Optional<StoredRelease> findById(UUID id);

  /** The older of two first: the younger one is behind it. */
  @Query(
      """
      select * from release where service = :service and phase not in ('WAITING', 'ENDED')
      order by (behind is not null)\
      """)
  List<StoredRelease> active(String service);

  @Query("select * from release where service = :service order by id desc limit 1")
  Optional<StoredRelease> newest(String service);

  @Query("select * from release where service = :service and phase = 'WAITING'")
  Optional<StoredRelease> waiting(String service);

  @Query("select * from release where phase not in ('WAITING', 'ENDED') order by id")
  List<StoredRelease> active();

  /** Those that wait, where nothing of their service is active but what lets the next follow. */
  @Query(
      """
      select * from release w where phase = 'WAITING'
        and not exists (select 1 from owed_region o where o.service = w.service)
        and not exists (select 1 from release a
          where a.service = w.service and a.phase not in ('WAITING', 'ENDED')
            and not (a.phase = 'RUNNING' and a.behind is null and a.followed_by is null
              and a.canary_waves > 0 and a.waves_passed >= a.canary_waves))
      order by id\
      """)
  List<StoredRelease> due();

  List<StoredRelease> findByIdLessThanOrderByIdDesc(UUID before, Limit limit);

  List<StoredRelease> findByServiceAndIdLessThanOrderByIdDesc(
      String service, UUID before, Limit limit);

  /**
   * Holds a name until commit. Names of one space that hash alike only wait for each other.
   *
   * @return nothing of interest
   */
  @Query("select cast(pg_advisory_xact_lock(:space, hashtext(:name)) as text)")
  String hold(int space, String name);
}
