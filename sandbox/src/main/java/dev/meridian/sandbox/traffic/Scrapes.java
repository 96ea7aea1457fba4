package dev.meridian.sandbox.traffic;

import java.time.Duration;

/**
 * When a region is scraped: every 15 s, each region with an offset of its own. Slot {@code k} ends
 * with scrape {@code k} and begins right after the one before; slots tile time.
 *
 * @param offset milliseconds, 0 to 14,999
 */
record Scrapes(long offset) {
  static final long INTERVAL = Duration.ofSeconds(15).toMillis();

  static Scrapes of(long seed, String region) {
    return new Scrapes(Math.floorMod(Chance.key(seed, "scrape", region), INTERVAL));
  }

  long instant(long slot) {
    return slot * INTERVAL + offset;
  }

  /** The newest scrape that is not after an instant. */
  long newest(long instant) {
    return Math.floorDiv(instant - offset, INTERVAL);
  }

  /** The first scrape that is not before an instant. */
  long first(long instant) {
    return newest(instant - 1) + 1;
  }
}
