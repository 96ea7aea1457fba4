package dev.meridian.ledger.postgres.alert;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of alerts. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AlertRepository extends GenericRepository<StoredAlert, String> {
  /** Until the end of the transaction. */
  @Query("select cast(pg_advisory_xact_lock(:number) as text)")
  String lock(long number);

  @Query(
      """
      delete from alert
      where ended_at < :instant or (ended_at is null and repeated_at < :instant)\
      """)
  void forgetBefore(Instant instant);

  @Query(
      """
      delete from alert where seq in
        (select seq from alert where ended_at is not null order by ended_at, seq limit :count)\
      """)
  void forgetEnded(long count);

  @Query("select count(*) from alert")
  long count();

  @Query("select count(*) from alert where ended_at is not null")
  long countEnded();

  @Query(
      """
      select seq, fingerprint, starts_at, name, labels, summary, heard_at, ended_at from alert
      where fingerprint = :fingerprint and starts_at = :startsAt\
      """)
  Optional<StoredAlert> find(String fingerprint, Instant startsAt);

  @Query(
      """
      insert into alert (fingerprint, starts_at, name, labels, summary, heard_at, repeated_at)
      values (:fingerprint, :startsAt, :name, :labels, :summary, :heardAt, :heardAt)\
      """)
  void begin(StoredAlert alert);

  @Query(
      """
      update alert set repeated_at = :at where fingerprint = :fingerprint and starts_at = :startsAt\
      """)
  void repeat(String fingerprint, Instant startsAt, Instant at);

  @Query(
      """
      update alert set ended_at = :at where fingerprint = :fingerprint and starts_at = :startsAt\
      """)
  void end(String fingerprint, Instant startsAt, Instant at);

  @Query(
      """
      select seq, fingerprint, starts_at, name, labels, summary, heard_at, ended_at from alert
      where name = :name and (ended_at is null or ended_at >= :since) order by seq\
      """)
  List<StoredAlert> named(String name, Instant since);

  @Query(
      """
      select seq, fingerprint, starts_at, name, labels, summary, heard_at, ended_at from alert
      where seq < :before order by seq desc limit :limit\
      """)
  List<StoredAlert> newest(long before, int limit);
}
