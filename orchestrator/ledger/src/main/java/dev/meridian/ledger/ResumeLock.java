package dev.meridian.ledger;

import java.util.Optional;

/**
 * One holder among all processes of an installation: who may start releases again that the workflow
 * engine has forgotten. The lock ends with its holder's connection, so a killed process frees it.
 */
public interface ResumeLock {
  /**
   * Empty while another holds it.
   *
   * @throws LedgerUnreachableException when the database does not answer
   */
  Optional<Held> tryAcquire();

  /** The lock in hand. */
  interface Held extends AutoCloseable {
    /**
     * Whether it is still ours: asks the database. False, never an exception, once the connection
     * is lost; a holder asks before each thing that only the holder may do.
     */
    boolean stillHeld();

    /** Frees it; again changes nothing. */
    @Override
    void close();
  }
}
