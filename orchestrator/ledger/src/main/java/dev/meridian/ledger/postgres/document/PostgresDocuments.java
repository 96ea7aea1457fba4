package dev.meridian.ledger.postgres.document;

import dev.meridian.ledger.Documents;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.chain.Sha256;
import dev.meridian.ledger.entry.DocumentStored;
import dev.meridian.ledger.json.CanonicalJson;
import dev.meridian.ledger.json.StorableText;
import dev.meridian.ledger.postgres.LedgerTransactions;
import dev.meridian.ledger.postgres.chain.ChainWriter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Documents in the table {@code document}. */
@Singleton
final class PostgresDocuments implements Documents {
  private final LedgerTransactions transactions;
  private final VersionRepository versions;
  private final ChainWriter chains;

  PostgresDocuments(
      LedgerTransactions transactions, VersionRepository versions, ChainWriter chains) {
    this.transactions = transactions;
    this.versions = versions;
    this.chains = chains;
  }

  @Override
  public Stored store(NewDocument document, Optional<Integer> expected) {
    String text = CanonicalJson.of(document.tree());
    return transactions.write(() -> {
      chains.lock(Subject.document(document.kind(), document.name()));
      Optional<Document> standing = newest(document.kind(), document.name());
      if (standing.isPresent() && standing.get().hash().equals(Sha256.of(text))) {
        return new Stored.Kept(standing.get(), false);
      }
      int version = standing.map(Document::version).orElse(0);
      return expected.isPresent() && expected.get() != version
          ? new Stored.Conflict(version)
          : new Stored.Kept(add(document, version + 1, text), true);
    });
  }

  private Document add(NewDocument document, int version, String text) {
    StoredVersion added =
        new StoredVersion(
            document.kind(),
            document.name(),
            version,
            text,
            Sha256.of(text),
            StorableText.of(document.actor()),
            document.at());
    versions.add(added);
    chains.append(DocumentStored.entry(added.document()));
    return added.document();
  }

  private Optional<Document> newest(String kind, String name) {
    return versions.newest(kind, name, 1).stream().findFirst().map(StoredVersion::document);
  }

  @Override
  public Optional<Document> current(String kind, String name) {
    return transactions.read(() -> newest(kind, name));
  }

  @Override
  public Optional<Document> version(String kind, String name, int version) {
    return transactions.read(() -> versions.find(kind, name, version).map(StoredVersion::document));
  }

  @Override
  public List<Document> history(String kind, String name, int limit) {
    return transactions.read(
        () -> versions.newest(kind, name, limit).stream().map(StoredVersion::document).toList());
  }

  @Override
  public List<String> names(String kind) {
    return transactions.read(() -> versions.names(kind));
  }
}
