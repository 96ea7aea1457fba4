package dev.meridian.release;

import dev.meridian.region.RegionCode;

/**
 * One run of a release in one region: the scope of every effect there.
 *
 * @param attempt from 1; a retry is a new attempt
 * @param epoch of the release run that acts; an older one is refused by the ledger
 */
public record RegionAttempt(ReleaseId release, RegionCode region, int attempt, int epoch) {
  /** Stable key of an effect or decision: equal for every execution of the same thing. */
  public String key(String what) {
    return "release/" + release + "/" + region + "/" + attempt + "/" + what;
  }
}
