package dev.meridian.ledger.postgres.chain;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Heads of chains. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface HeadRepository extends GenericRepository<StoredHead, String> {
  /** Waits for whoever appends to the subject, and lets nobody else until commit. */
  @Query(
      """
      select subject_kind, subject_id, seq, epoch, hash from ledger_head
      where subject_kind = :kind and subject_id = :id for update\
      """)
  Optional<StoredHead> lock(String kind, String id);

  @Query(
      """
      insert into ledger_head (subject_kind, subject_id, seq, epoch, hash)
      values (:kind, :id, 0, 0, :genesis) on conflict do nothing\
      """)
  void begin(String kind, String id, String genesis);

  @Query(
      """
      update ledger_head set seq = :seq, hash = :hash
      where subject_kind = :kind and subject_id = :id\
      """)
  void advance(String kind, String id, long seq, String hash);

  @Query(
      """
      update ledger_head set epoch = :epoch
      where subject_kind = :kind and subject_id = :id and epoch < :epoch\
      """)
  void raise(String kind, String id, int epoch);

  @Query(
      """
      select subject_kind, subject_id, seq, epoch, hash from ledger_head
      where subject_kind = :kind and subject_id = :id\
      """)
  Optional<StoredHead> find(String kind, String id);

  @Query(
      """
      select subject_kind, subject_id, seq, epoch, hash from ledger_head
      where seq > 0 order by subject_kind, subject_id\
      """)
  List<StoredHead> all();

  /** Heads that moved since they were chained last. */
  @Query(
      """
      select h.subject_kind, h.subject_id, h.seq, h.epoch, h.hash from ledger_head h
      left join chained_head c using (subject_kind, subject_id)
      where h.subject_kind <> 'installation' and h.seq > coalesce(c.seq, 0)
      order by h.subject_kind, h.subject_id limit :limit\
      """)
  List<StoredHead> moved(int limit);

  @Query(
      """
      insert into chained_head (subject_kind, subject_id, seq) values (:kind, :id, :seq)
      on conflict (subject_kind, subject_id) do update set seq = excluded.seq\
      """)
  void chained(String kind, String id, long seq);
}
