package dev.meridian.ledger.postgres.artifact;

import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.chain.Sha256;
import dev.meridian.ledger.json.StorableText;
import dev.meridian.ledger.postgres.LedgerTransactions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Artifacts in the tables {@code artifact} and {@code checkpoint}. */
@Singleton
final class PostgresArtifacts implements Artifacts {
  private final LedgerTransactions transactions;
  private final ArtifactRepository artifacts;

  PostgresArtifacts(LedgerTransactions transactions, ArtifactRepository artifacts) {
    this.transactions = transactions;
    this.artifacts = artifacts;
  }

  @Override
  public String store(String kind, String text) {
    String storable = StorableText.of(text);
    String hash = Sha256.of(storable);
    return transactions.write(() -> {
      artifacts.store(hash, kind, storable);
      return hash;
    });
  }

  @Override
  public Optional<String> load(String hash) {
    return transactions.read(() -> artifacts.findByHash(hash).map(StoredArtifact::content));
  }

  @Override
  public void checkpoint(String key, long gridIndex, String json) {
    transactions.write(() -> {
      artifacts.checkpoint(key, gridIndex, json);
      return key;
    });
  }

  @Override
  public Optional<String> checkpoint(String key) {
    return transactions.read(() -> artifacts.checkpoint(key));
  }
}
