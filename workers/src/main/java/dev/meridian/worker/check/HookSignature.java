package dev.meridian.worker.check;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a hook: {@code X-Meridian-Signature: t=<unix seconds>,v1=<hex>} where v1 is
 * HMAC-SHA256 over {@code "<t>.<body>"}. A receiver refuses an old t, so a copy is of no use.
 */
final class HookSignature {
  static final String HEADER = "X-Meridian-Signature";
  private static final String ALGORITHM = "HmacSHA256";

  private HookSignature() {}

  static String of(String secret, Instant wall, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] signature =
          mac.doFinal((wall.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
      return "t=" + wall.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(signature);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
