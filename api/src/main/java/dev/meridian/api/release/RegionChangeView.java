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
    return switch (change) {
      case RegionChange.WaitsForNext _ -> view(change, "waits-for-next", false);
      case RegionChange.Skipped _ -> view(change, "skipped", false);
      case RegionChange.StaysWatched _ -> view(change, "stays-watched", false);
      case RegionChange.GoesOnAsFrozen otherwise ->
          view(change, "goes-on-as-frozen", otherwise.lawNarrowed());
    };
  }

  private static RegionChangeView view(RegionChange change, String kind, boolean lawNarrowed) {
    return new RegionChangeView(change.region().value(), kind, lawNarrowed, change.sentence());
  }
}
