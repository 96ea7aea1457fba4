package dev.meridian.api.release;

import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A region in a release, as it is shown.
 *
 * @param traffic share of the service's world traffic, parts per million
 * @param attempt 0 before the first
 * @param condition what it is doing
 * @param since when that began, Meridian time
 * @param bakesUntil when its bake is over at the earliest
 * @param sentence the newest one that says something about it
 */
record RegionView(
    String region,
    Role role,
    Share traffic,
    int attempt,
    RegionCondition condition,
    Optional<Instant> since,
    Optional<Instant> bakesUntil,
    String sentence) {

  /**
   * @param history of the whole release
   */
  static RegionView of(
      PlannedRegion planned, RegionProgress progress, List<Recorded<ReleaseEvent>> history) {
    RegionCondition condition = RegionCondition.WAITING;
    Optional<Instant> since = Optional.empty();
    Optional<Instant> bakesUntil = Optional.empty();
    for (Recorded<ReleaseEvent> recorded : history) {
      if (recorded.event() instanceof RegionEvent event
          && event.region().equals(planned.region())) {
        RegionCondition next = condition.after(event);
        since = next == condition ? since : Optional.of(recorded.at());
        condition = next;
        bakesUntil =
            event instanceof RegionEvent.BakeStarted bake ? Optional.of(bake.until()) : bakesUntil;
      }
    }
    return new RegionView(
        planned.region().value(),
        planned.role(),
        planned.traffic(),
        progress.attempt(),
        condition,
        since,
        condition == RegionCondition.BAKING ? bakesUntil : Optional.empty(),
        progress.sentence());
  }
}
