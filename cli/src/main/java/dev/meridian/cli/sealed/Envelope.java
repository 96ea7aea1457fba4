package dev.meridian.cli.sealed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What was drawn before the release, and can be proven afterwards.
 *
 * @param seed of the draw, and of the world
 * @param begins when the release starts, in Meridian time
 * @param nonce makes the hash say nothing about the contents
 */
record Envelope(long seed, Instant begins, Contents contents, String nonce) {
  /** The line whose hash is printed before the run. */
  String text() {
    return "seed " + seed + ", " + begins + ": " + contents.told() + "; " + nonce;
  }

  /** SHA-256 of {@link #text()} in UTF-8, hexadecimal. */
  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
