package dev.meridian.ledger.testing;

import dev.meridian.ledger.Documents;
import dev.meridian.ledger.chain.Sha256;
import dev.meridian.ledger.entry.DocumentStored;
import dev.meridian.ledger.json.CanonicalJson;
import dev.meridian.ledger.json.MeridianJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Versions in memory. */
public final class InMemoryDocuments implements Documents {
  private final InMemoryLedger ledger;
  private final TreeMap<String, TreeMap<String, List<Document>>> versions = new TreeMap<>();

  public InMemoryDocuments() {
    this(new InMemoryLedger());
  }

  public InMemoryDocuments(InMemoryLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Stored store(NewDocument document, Optional<Integer> expected) {
    synchronized (ledger) {
      String text = CanonicalJson.of(document.tree());
      Optional<Document> standing = current(document.kind(), document.name());
      if (standing.isPresent() && standing.get().hash().equals(Sha256.of(text))) {
        return new Stored.Kept(standing.get(), false);
      }
      int version = standing.map(Document::version).orElse(0);
      if (expected.isPresent() && expected.get() != version) {
        return new Stored.Conflict(version);
      }
      return new Stored.Kept(add(document, version + 1, text), true);
    }
  }

  private Document add(NewDocument document, int version, String text) {
    Document kept =
        new Document(
            document.kind(),
            document.name(),
            version,
            MeridianJson.tree(text),
            Sha256.of(text),
            document.actor(),
            document.at());
    ledger.append(DocumentStored.entry(kept));
    all(document.kind(), document.name()).add(kept);
    return kept;
  }

  private List<Document> all(String kind, String name) {
    return versions
        .computeIfAbsent(kind, k -> new TreeMap<>())
        .computeIfAbsent(name, n -> new ArrayList<>());
  }

  @Override
  public Optional<Document> current(String kind, String name) {
    return history(kind, name, 1).stream().findFirst();
  }

  @Override
  public Optional<Document> version(String kind, String name, int version) {
    return history(kind, name, Integer.MAX_VALUE).stream()
        .filter(document -> document.version() == version)
        .findFirst();
  }

  @Override
  public List<Document> history(String kind, String name, int limit) {
    synchronized (ledger) {
      return versions
          .getOrDefault(kind, new TreeMap<>())
          .getOrDefault(name, List.of())
          .reversed()
          .stream()
          .limit(limit)
          .toList();
    }
  }

  @Override
  public List<String> names(String kind) {
    synchronized (ledger) {
      return List.copyOf(versions.getOrDefault(kind, new TreeMap<>()).keySet());
    }
  }
}
