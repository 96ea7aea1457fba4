package dev.meridian.ledger.entry;

import dev.meridian.ledger.Documents.Document;
import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.Subject;
import java.util.Map;
import java.util.Optional;

/** A document got a new version: its chain names it by hash. */
public final class DocumentStored {
  private DocumentStored() {}

  /** The entry of one version. */
  public static LedgerAppend entry(Document document) {
    return new LedgerAppend(
        Subject.document(document.kind(), document.name()),
        0,
        "document-stored",
        1,
        document.at(),
        document.actor(),
        Optional.empty(),
        "document/" + document.kind() + "/" + document.name() + "/" + document.version(),
        Map.of("version", document.version(), "hash", document.hash()));
  }
}
