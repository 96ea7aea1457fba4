package dev.meridian.api.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The one static token. Kept as a hash only, so that it cannot be printed by mistake. */
public final class AdminToken {
  private static final String SCHEME = "Bearer ";
  private static final int SHORTEST = 16;

  private final byte[] hash;

  /**
   * @throws IllegalArgumentException when it is shorter than 16 characters
   */
  public AdminToken(String token) {
    if (token.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "admin token should have " + SHORTEST + " characters or more: has " + token.length());
    }
    hash = sha256(token);
  }

  /**
   * Who an {@code Authorization} header belongs to. Takes the same time for every wrong token: the
   * hashes are compared whole.
   */
  public Optional<Actor> actor(String header) {
    boolean scheme = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    String token = scheme ? header.substring(SCHEME.length()).strip() : "";
    return MessageDigest.isEqual(hash, sha256(token)) ? Optional.of(Actor.ADMIN) : Optional.empty();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
