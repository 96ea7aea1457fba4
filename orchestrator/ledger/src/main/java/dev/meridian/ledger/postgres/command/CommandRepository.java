package dev.meridian.ledger.postgres.command;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of commands. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CommandRepository extends GenericRepository<StoredCommand, UUID> {
  @Query(
      """
      insert into command (id, release, kind, arguments, actor, reason, at)
      values (:id, :release, :kind, :arguments, :actor, :reason, :at) on conflict do nothing\
      """)
  void write(StoredCommand command);

  @Query(
      """
      update command set taken = :taken, answer = :sentence where id = :id and answer is null\
      """)
  void answer(UUID id, boolean taken, String sentence);

  @Query(
      """
      select id, release, kind, arguments, actor, reason, at, coalesce(taken, false) as taken, answer
      from command where taken is null order by written limit :limit\
      """)
  List<StoredCommand> undelivered(int limit);

  @Query(
      """
      select id, release, kind, arguments, actor, reason, at, coalesce(taken, false) as taken, answer
      from command where id = :id\
      """)
  Optional<StoredCommand> find(UUID id);
}
