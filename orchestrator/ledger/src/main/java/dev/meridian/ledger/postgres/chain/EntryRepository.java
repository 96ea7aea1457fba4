package dev.meridian.ledger.postgres.chain;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Entries: written once, read for ever. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EntryRepository extends GenericRepository<StoredEntry, String> {
  void save(StoredEntry entry);

  Optional<StoredEntry> findByKey(String key);

  @Query(
      """
      select key, subject_kind, subject_id, seq, epoch, type, type_version, at, actor, cause, payload,
        prev_hash, hash
      from ledger_entry
      where subject_kind = :kind and subject_id = :id and seq > :after order by seq limit :limit\
      """)
  List<StoredEntry> after(String kind, String id, long after, int limit);

  /**
   * @param subject {@code kind/id}; a kind has no slash
   */
  @Query(
      """
      select key, subject_kind, subject_id, seq, epoch, type, type_version, at, actor, cause, payload,
        prev_hash, hash
      from ledger_entry
      where subject_kind = split_part(cast(:subject as text), '/', 1)
        and subject_id = substr(:subject, strpos(:subject, '/') + 1)
        and type = :type and seq < :before order by seq desc limit :limit\
      """)
  List<StoredEntry> newest(String subject, String type, long before, int limit);

  @Query("select max(at) from ledger_entry")
  Optional<Instant> newestAt();

  /** What the installation's chain says about a subject: {@code seq hash}, one per line. */
  @Query(
      """
      select concat(head ->> 'seq', ' ', head ->> 'hash')
      from ledger_entry cross join jsonb_array_elements(payload_json -> 'heads') head
      where type = 'heads-chained' and subject_kind = 'installation'
        and payload_json @> jsonb_build_object('heads',
              jsonb_build_array(jsonb_build_object('kind', :kind, 'id', :id)))
        and head ->> 'kind' = :kind and head ->> 'id' = :id\
      """)
  List<String> witnesses(String kind, String id);
}
