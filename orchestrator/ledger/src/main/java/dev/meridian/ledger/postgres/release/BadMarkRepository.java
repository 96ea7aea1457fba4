package dev.meridian.ledger.postgres.release;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Bad marks. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface BadMarkRepository extends GenericRepository<StoredBadMark, String> {
  /** The newest mark of a revision is the one that stands. */
  @Query(
      """
      insert into bad_mark (service, revision, release, reason, at)
      values (:service, :revision, :release, :reason, :at)
      on conflict (service, revision) do update
        set release = excluded.release, reason = excluded.reason, at = excluded.at\
      """)
  void mark(StoredBadMark mark);

  @Query(
      """
      select service, revision, release, reason, at from bad_mark
      where service = :service and revision = :revision for update\
      """)
  Optional<StoredBadMark> lock(String service, String revision);

  @Query(
      """
      select service, revision, release, reason, at from bad_mark
      where service = :service order by at desc, revision\
      """)
  List<StoredBadMark> of(String service);

  @Query("delete from bad_mark where service = :service and revision = :revision")
  void lift(String service, String revision);
}
