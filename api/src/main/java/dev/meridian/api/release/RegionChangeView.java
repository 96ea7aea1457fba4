package dev.meridian.api.release;

import dev.meridian.region.change.RegionChange;

/**
 * What becomes of a region because the documents changed while the release runs.
 *
 * @param kind {@code waits-for-next}, {@code skipped}, {@code stays-watched} or {@code
 *     goes-on-as-frozen}
 * @param lawNarrowed whether it may receive fewer users than when the release began
 * @param sentence the same for people
 */
record RegionChangeView(String region, String kind, boolean lawNarrowed, String sentence) {
  static RegionChangeView of(RegionChange change) {
    String kind =
        switch (change) {
          case RegionChange.WaitsForNext _ -> "waits-for-next";
          case RegionChange.Skipped _ -> "skipped";
          case RegionChange.StaysWatched _ -> "stays-watched";
          case RegionChange.GoesOnAsFrozen _ -> "goes-on-as-frozen";
        };
    return new RegionChangeView(
        change.region().value(), kind, change.lawNarrowed(), change.sentence());
  }
}
