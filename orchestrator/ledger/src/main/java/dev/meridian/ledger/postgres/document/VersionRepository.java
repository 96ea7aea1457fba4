package dev.meridian.ledger.postgres.document;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Versions of documents. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface VersionRepository extends GenericRepository<StoredVersion, String> {
  @Query(
      """
      insert into document (kind, name, version, tree, hash, actor, at)
      values (:kind, :name, :version, :tree, :hash, :actor, :at)\
      """)
  void add(StoredVersion added);

  @Query(
      """
      select kind, name, version, tree, hash, actor, at from document
      where kind = :kind and name = :name order by version desc limit :limit\
      """)
  List<StoredVersion> newest(String kind, String name, int limit);

  @Query(
      """
      select kind, name, version, tree, hash, actor, at from document
      where kind = :kind and name = :name and version = :version\
      """)
  Optional<StoredVersion> find(String kind, String name, int version);

  @Query("select distinct name from document where kind = :kind order by name")
  List<String> names(String kind);
}
