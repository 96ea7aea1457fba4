package dev.meridian.sandbox.dns;

import java.time.Instant;
import java.util.Optional;

/**
 * An accepted change and its three moments, in world time.
 *
 * @param id as GetChange asks for it, without {@code /change/}
 * @param acceptedAt from here on it is listed
 * @param processedAt from here on the zone takes another change
 * @param inSyncAt from here on the name servers answer by it
 */
public record ChangeInfo(
    String id,
    Optional<String> comment,
    Instant acceptedAt,
    Instant processedAt,
    Instant inSyncAt) {
  boolean inSync(Instant when) {
    return !when.isBefore(inSyncAt);
  }
}
