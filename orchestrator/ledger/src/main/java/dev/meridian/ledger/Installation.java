package dev.meridian.ledger;

import dev.meridian.pace.Pace;
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

  /**
   * To be asked by every process before it does anything.
   *
   * @throws IllegalStateException when the pace is not 1 and the database is no sandbox's
   */
  default void admit(Pace pace) {
    if (pace.factor() != 1 && !sandbox()) {
      throw new IllegalStateException(
          "the pace factor is "
              + pace.factor()
              + ", but the database is not marked as a sandbox's: only a sandbox may run faster than"
              + " the world");
    }
  }
}
