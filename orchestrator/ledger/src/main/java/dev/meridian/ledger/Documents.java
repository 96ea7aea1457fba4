package dev.meridian.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Declarative documents, each version kept for ever. Every method throws {@link
 * LedgerUnreachableException} when the database does not answer.
 */
public interface Documents {
  /** Kind of the one catalogue. */
  String CATALOG = "catalog";

  /** Name of the one catalogue. */
  String THE_CATALOG = "catalog";

  /** Kind of service documents; the name is the service's. */
  String SERVICE = "service";

  /**
   * One version.
   *
   * @param version from 1
   * @param tree the document as maps, lists and scalars
   * @param hash SHA-256 of its canonical form
   */
  record Document(
      String kind,
      String name,
      int version,
      Map<String, Object> tree,
      String hash,
      String actor,
      Instant at) {}

  /** What came of storing. */
  sealed interface Stored {
    /** A new version, or the unchanged current one when the content is equal. */
    record Kept(Document document, boolean changed) implements Stored {}

    /** Somebody else was first: the version that stands now (0 when there is none). */
    record Conflict(int current) implements Stored {}
  }

  /**
   * Stores a validated document and appends to its chain, in one transaction. Content equal to what
   * stands is kept whatever was expected, so that a repeated write gets the answer of the first.
   *
   * @param expected the version that the writer has seen, 0 for none; empty to replace whatever
   *     stands
   * @throws IllegalArgumentException when a number cannot be written without loss as RFC 8785 asks
   */
  Stored store(NewDocument document, Optional<Integer> expected);

  /** A document to store, already validated. */
  record NewDocument(String kind, String name, Map<String, Object> tree, String actor, Instant at) {
    public NewDocument {
      at = at.truncatedTo(ChronoUnit.MICROS);
    }
  }

  Optional<Document> current(String kind, String name);

  Optional<Document> version(String kind, String name, int version);

  /** Newest first. */
  List<Document> history(String kind, String name, int limit);

  /** Names of a kind, sorted. */
  List<String> names(String kind);
}
