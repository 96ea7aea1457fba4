package dev.meridian.api.plan;

import dev.meridian.gate.bake.Crossing;
import dev.meridian.gate.replay.DayBefore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/**
 * What one ratio gate would have done in one region on the day before.
 *
 * @param bakes of the planned length that were replayed
 * @param stopped those that would have been degraded, falsely
 * @param leftOut further ones, in which the region is known to have been disturbed
 * @param firstStop when the first would have been stopped; null when none was
 * @param sentence for people
 */
@Schema(name = "DayBefore")
record DayBeforeView(
    String region,
    String gate,
    int bakes,
    int stopped,
    int leftOut,
    Optional<Instant> firstStop,
    String sentence) {
  static DayBeforeView of(DayBefore day) {
    return new DayBeforeView(
        day.region().value(),
        day.gate(),
        day.bakes(),
        day.stopped(),
        day.leftOut(),
        day.first().map(Crossing::at),
        day.sentence());
  }
}
