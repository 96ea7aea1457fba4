package dev.meridian.api.engine;

/** What a running release says to a command. */
public sealed interface CommandAnswer {
  /** Its effect will be seen in the ledger. */
  record Taken() implements CommandAnswer {}

  /**
   * @param sentence the state, and what would apply
   */
  record Refused(String sentence) implements CommandAnswer {}

  /**
   * Nobody took it: the engine does not answer, or does not run the release just now.
   *
   * @param sentence why, for the log
   */
  record Away(String sentence) implements CommandAnswer {}
}
