package dev.meridian.sandbox.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The manifest of an image. The world's digests are chosen to be told apart by eye, so they are no
 * hash of this text: the registry vouches for them in its header, and layers do not exist.
 */
final class Manifest {
  private Manifest() {}

  static String of(String reference) {
    String config = "{\"created_for\":\"" + reference + "\"}";
    return """
    {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",\
    "config":{"mediaType":"application/vnd.oci.image.config.v1+json",\
    "digest":"sha256:%s","size":%d},"layers":[]}\
    """
        .formatted(sha256(config), config.length());
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
