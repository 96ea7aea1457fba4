package dev.meridian.simulation;

import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;

/** P25 and P31: the intention before the effect, the effect before its outcome, the newest wins. */
final class EffectLaws extends Chapter {
  EffectLaws(Witness witness) {
    super(witness);
  }

  @Override
  void recorded(ReleaseEvent event) {
    switch (event) {
      // A slow pager does not hold up the end.
      case ReleaseEvent.Paged _ -> {}
      case ReleaseEvent.OfRelease e -> require("P25", !witness.ended, "after the end: " + e);
      case RegionEvent.Deployed e -> intended(e, witness.at(e.region()).deployIntended);
      case RegionEvent.Restored e -> intended(e, witness.at(e.region()).restoreIntended);
      case RegionEvent.Evacuated e -> intended(e, witness.at(e.region()).evacuationIntended);
      case RegionEvent.Returned e -> intended(e, witness.at(e.region()).returnIntended);
      default -> {}
    }
  }

  private static void intended(RegionEvent event, boolean said) {
    require("P25", said, "an outcome without an intention: " + event);
  }

  @Override
  void applied(Seen region, long fence) {
    boolean said = region.contender ? region.deployIntended : region.restoreIntended;
    require("P25", said, region, "was changed without an intention");
    require("P31", fence >= region.fence, region, "was changed by an older intention");
    require("P31", !region.contender || !region.restored, region, "was changed once restored");
    region.fence = fence;
  }
}
