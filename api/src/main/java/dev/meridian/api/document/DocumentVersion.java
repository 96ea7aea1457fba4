package dev.meridian.api.document;

import dev.meridian.ledger.Documents.Document;
import java.time.Instant;
import java.util.List;

/**
 * One version of a document without its content: what a PUT and a history answer.
 *
 * @param version from 1; also the entity tag
 * @param hash SHA-256 of the canonical content
 * @param actor who put it
 * @param at when, Meridian time
 */
public record DocumentVersion(String name, int version, String hash, String actor, Instant at) {
  static DocumentVersion of(Document document) {
    return new DocumentVersion(
        document.name(), document.version(), document.hash(), document.actor(), document.at());
  }

  /**
   * What a PUT answers.
   *
   * @param changed false when the content was equal to what stood there
   * @param warnings what a person should know, although it could be stored
   */
  public record Put(DocumentVersion document, boolean changed, List<String> warnings) {
    public Put {
      warnings = List.copyOf(warnings);
    }
  }

  /** Newest first. */
  public record History(List<DocumentVersion> versions) {
    public History {
      versions = List.copyOf(versions);
    }
  }
}
