package dev.meridian.api.identity;

/**
 * Who asks, as the ledger names them.
 *
 * @param name for people
 */
public record Actor(String name) {
  /** The holder of the static token. */
  public static final Actor ADMIN = new Actor("admin");
}
