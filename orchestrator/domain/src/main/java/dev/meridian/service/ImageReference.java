package dev.meridian.service;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image by digest: {@code shop/checkout@sha256:…}. The registry host is the region's own, so it
 * is not part of it.
 *
 * @param repository path in the registry, without host
 * @param digest {@code sha256:} and 64 hexadecimal digits
 */
public record ImageReference(String repository, String digest) {
  private static final Pattern SHAPE =
      Pattern.compile("([a-z0-9]+(?:[._/-][a-z0-9]+)*)@(sha256:[0-9a-f]{64})");

  /**
   * @throws IllegalArgumentException when the digest is missing or malformed
   */
  @JsonCreator
  public static ImageReference parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "image should be repository@sha256:<64 hex digits>, without a registry host: was \""
              + text
              + "\"");
    }
    return new ImageReference(matcher.group(1), matcher.group(2));
  }

  /** As a pod spec names it in a region: {@code host/repository@digest}. */
  public String in(String registryHost) {
    return registryHost + "/" + this;
  }

  @JsonValue
  @Override
  public String toString() {
    return repository + "@" + digest;
  }
}
