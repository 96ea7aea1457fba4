package dev.meridian.ledger.postgres.artifact;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** Texts by hash, and checkpoints by key. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ArtifactRepository extends GenericRepository<StoredArtifact, String> {
  @Query(
      """
      insert into artifact (hash, kind, content) values (:hash, :kind, :content)
      on conflict do nothing\
      """)
  void store(String hash, String kind, String content);

  Optional<StoredArtifact> findByHash(String hash);

  @Query(
      """
      insert into checkpoint (key, grid_index, json) values (:key, :gridIndex, :json)
      on conflict (key) do update set grid_index = excluded.grid_index, json = excluded.json
      where checkpoint.grid_index <= excluded.grid_index\
      """)
  void checkpoint(String key, long gridIndex, String json);

  @Query("select json from checkpoint where key = :key")
  Optional<String> checkpoint(String key);
}
