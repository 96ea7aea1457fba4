package dev.meridian.ledger.testing;

import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.chain.Sha256;
import dev.meridian.ledger.json.StorableText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Texts and checkpoints in memory. */
public final class InMemoryArtifacts implements Artifacts {
  private record Checkpoint(long gridIndex, String json) {}

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Checkpoint> checkpoints = new HashMap<>();

  @Override
  public synchronized String store(String kind, String text) {
    String storable = StorableText.of(text);
    String hash = Sha256.of(storable);
    texts.put(hash, storable);
    return hash;
  }

  @Override
  public synchronized Optional<String> load(String hash) {
    return Optional.ofNullable(texts.get(hash));
  }

  @Override
  public synchronized void checkpoint(String key, long gridIndex, String json) {
    checkpoints.merge(
        key,
        new Checkpoint(gridIndex, json),
        (standing, next) -> next.gridIndex() >= standing.gridIndex() ? next : standing);
  }

  @Override
  public synchronized Optional<String> checkpoint(String key) {
    return Optional.ofNullable(checkpoints.get(key)).map(Checkpoint::json);
  }
}
