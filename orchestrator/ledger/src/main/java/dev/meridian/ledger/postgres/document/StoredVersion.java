package dev.meridian.ledger.postgres.document;

import dev.meridian.ledger.Documents.Document;
import dev.meridian.ledger.json.MeridianJson;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** One version of a document as its row; the tree is canonical JSON. */
@MappedEntity("document")
record StoredVersion(
    @Id String kind,
    @Id String name,
    @Id int version,
    String tree,
    String hash,
    String actor,
    Instant at) {

  Document document() {
    return new Document(kind, name, version, MeridianJson.tree(tree), hash, actor, at);
  }
}
