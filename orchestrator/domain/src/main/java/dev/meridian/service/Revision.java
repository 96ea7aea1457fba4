package dev.meridian.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a release brings: image, template and parameters under one content hash.
 *
 * @param image by digest
 * @param template as frozen into the release
 * @param parameters of this release, over the presence's and the template's
 */
public record Revision(
    ImageReference image, ManifestTemplate template, SortedMap<String, String> parameters) {
  public Revision {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /** SHA-256 over length-prefixed parts, so that no two revisions can be written alike. */
  public RevisionId id() {
    StringBuilder text = new StringBuilder();
    append(text, image.toString());
    append(text, template.engine().name());
    append(text, template.text());
    template.parameters().forEach((name, value) -> append(append(text, name), value));
    append(text, "release");
    parameters.forEach((name, value) -> append(append(text, name), value));
    return new RevisionId(sha256(text.toString()));
  }

  private static StringBuilder append(StringBuilder text, String part) {
    return text.append(part.length()).append(':').append(part);
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
