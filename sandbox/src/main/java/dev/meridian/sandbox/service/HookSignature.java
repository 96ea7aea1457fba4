package dev.meridian.sandbox.service;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies {@code X-Meridian-Signature: t=<unix seconds>,v1=<hex>}, where v1 is HMAC-SHA-256 over
 * {@code t.body}: written from the documentation, as a customer would write it.
 */
final class HookSignature {
  static final String HEADER = "X-Meridian-Signature";

  private static final Pattern SHAPE = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final SecretKeySpec key;

  HookSignature(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /** Why the request is not accepted; empty when it is. */
  Optional<String> refusal(String header, String body, Instant now) {
    Matcher matcher = SHAPE.matcher(header);
    if (!matcher.matches()) {
      return Optional.of("the header " + HEADER + " should be t=<unix seconds>,v1=<hex>");
    }
    Instant signed = Instant.ofEpochSecond(Long.parseLong(matcher.group(1)));
    if (Duration.between(signed, now).abs().compareTo(TOLERANCE) > 0) {
      return Optional.of("the signature is older than " + TOLERANCE.toMinutes() + " minutes");
    }
    byte[] expected = hmac(matcher.group(1) + "." + body);
    boolean same = MessageDigest.isEqual(expected, HexFormat.of().parseHex(matcher.group(2)));
    return same ? Optional.empty() : Optional.of("the signature does not fit the body");
  }

  private byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
