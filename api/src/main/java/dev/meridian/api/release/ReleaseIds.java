package dev.meridian.api.release;

import dev.meridian.release.ReleaseId;
import java.security.SecureRandom;
import java.util.UUID;

/** Makes ids of releases: UUIDs of version 7 (RFC 9562), so that they sort by time of birth. */
final class ReleaseIds {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private ReleaseIds() {}

  /**
   * @param millis wall time since 1970
   */
  static ReleaseId next(long millis) {
    long high = (millis << 16) | VERSION_7 | RANDOM.nextInt(0x1000);
    long low = VARIANT | (RANDOM.nextLong() >>> 2);
    return new ReleaseId(new UUID(high, low));
  }
}
