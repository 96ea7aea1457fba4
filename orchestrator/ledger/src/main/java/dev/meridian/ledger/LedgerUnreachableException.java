package dev.meridian.ledger;

/**
 * The database did not answer in time. Nothing is half-done: either all of the call was committed
 * or nothing was, and because every write has a key the same call may be made again. Every port of
 * this package throws it, after seconds and never after minutes: an api answers 503 with
 * Retry-After, an activity is retried.
 */
public final class LedgerUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param sentence what the database, or the way to it, said
   */
  public LedgerUnreachableException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
