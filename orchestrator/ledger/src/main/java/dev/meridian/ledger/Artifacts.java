package dev.meridian.ledger;

import java.util.Optional;

/**
 * What the chain names by hash or id but does not carry: rendered manifests, recorded inventories,
 * evidence, checkpoints of a bake. Every method throws {@link LedgerUnreachableException} when the
 * database does not answer.
 */
public interface Artifacts {
  /**
   * Stores text under its SHA-256 and returns that; storing it again changes nothing.
   *
   * @param kind what it is, for example {@code manifests}; of the first who stores it
   */
  String store(String kind, String text);

  /** The text stored under a hash. */
  Optional<String> load(String hash);

  /** Keeps the newest checkpoint of a key (last writer of the highest grid index wins). */
  void checkpoint(String key, long gridIndex, String json);

  /** The newest checkpoint of a key. */
  Optional<String> checkpoint(String key);
}
