package dev.meridian.ledger;

import java.time.Instant;

/**
 * What is true of the installation as a whole. A database that is marked as a sandbox's may be used
 * at a pace other than 1; no other may. Every method throws {@link LedgerUnreachableException} when
 * the database does not answer.
 */
public interface Installation {
  /** Whether the database is a sandbox's. */
  boolean sandbox();

  /**
   * Marks the database as a sandbox's, for ever; again changes nothing.
   *
   * @throws IllegalStateException when releases were made in it already: they were real
   */
  void markSandbox(Instant at);
}
