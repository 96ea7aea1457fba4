package dev.meridian.api.document;

import dev.meridian.api.Now;
import dev.meridian.api.identity.Actor;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.api.problem.ProblemType;
import dev.meridian.ledger.Documents;
import dev.meridian.ledger.Documents.Document;
import dev.meridian.ledger.Documents.NewDocument;
import dev.meridian.ledger.Documents.Stored;
import dev.meridian.ledger.chain.Sha256;
import dev.meridian.ledger.json.CanonicalJson;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts documents on the shelf and takes them down; what both kinds of documents have in common. */
@Singleton
final class Shelf {
  private static final int LONGEST_HISTORY = 200;

  private final Documents documents;
  private final Descriptions descriptions;
  private final Now now;

  Shelf(Documents documents, Descriptions descriptions, Now now) {
    this.documents = documents;
    this.descriptions = descriptions;
    this.now = now;
  }

  /** A document that has been found good, and what a person should know about it all the same. */
  record Good(String kind, String name, Map<String, Object> tree, List<String> warnings) {}

  /** Stores it: 201 for the first version, 200 for another one or for equal content. */
  HttpResponse<DocumentVersion.Put> put(Good good, Optional<Integer> expected, Actor actor) {
    NewDocument document =
        new NewDocument(good.kind(), good.name(), good.tree(), actor.name(), now.instant());
    return switch (documents.store(document, expected)) {
      case Stored.Kept(Document kept, boolean changed) ->
          HttpResponse.<DocumentVersion.Put>status(
                  changed && kept.version() == 1 ? HttpStatus.CREATED : HttpStatus.OK)
              .header(HttpHeaders.ETAG, ETags.of(kept.version()))
              .body(new DocumentVersion.Put(DocumentVersion.of(kept), changed, good.warnings()));
      case Stored.Conflict(int current) -> throw conflict(current);
    };
  }

  private static ProblemException conflict(int current) {
    String detail =
        current == 0
            ? "The document does not exist: leave out If-Match to create it."
            : "Version %d stands there now: GET it, bring your change into it, and PUT it with"
                    .formatted(current)
                + " If-Match: "
                + ETags.of(current)
                + ".";
    return ProblemException.of(ProblemType.VERSION_CONFLICT, detail).with("current", current);
  }

  /** Whether exactly this content stands there already. */
  boolean stands(String kind, String name, Map<String, Object> tree) {
    return documents
        .current(kind, name)
        .map(document -> document.hash().equals(Sha256.of(CanonicalJson.of(tree))))
        .orElse(false);
  }

  Optional<Document> find(String kind, String name, Optional<Integer> version) {
    return version.isEmpty()
        ? documents.current(kind, name)
        : documents.version(kind, name, version.get());
  }

  /** The content, as YAML or as JSON. */
  HttpResponse<?> answer(Document document, boolean yaml) {
    return (yaml
            ? HttpResponse.ok(YamlText.write(document.tree())).contentType(Yaml.APPLICATION)
            : HttpResponse.ok(document.tree()).contentType(MediaType.APPLICATION_JSON))
        .header(HttpHeaders.ETAG, ETags.of(document.version()));
  }

  DocumentVersion.History history(String kind, String name) {
    return new DocumentVersion.History(
        documents.history(kind, name, LONGEST_HISTORY).stream().map(DocumentVersion::of).toList());
  }

  List<String> names(String kind) {
    return documents.names(kind);
  }

  /** What to say when a document, or a version of it, is not there. */
  ProblemException missing(String kind, String name, Optional<Integer> version) {
    Optional<Document> current = documents.current(kind, name);
    if (version.isPresent() && current.isPresent()) {
      return ProblemException.of(
          ProblemType.UNKNOWN_VERSION,
          "Ask for version 1 to " + current.get().version() + ", the newest.");
    }
    return kind.equals(Documents.CATALOG)
        ? ProblemException.of(
            ProblemType.UNKNOWN_CATALOG, "Describe the regions: PUT /api/v1/catalog.")
        : descriptions.unknownService(name);
  }
}
