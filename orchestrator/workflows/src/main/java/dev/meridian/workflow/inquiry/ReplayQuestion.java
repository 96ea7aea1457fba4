package dev.meridian.workflow.inquiry;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a gate would have decided over a past stretch of time.
 *
 * @param gate one
 * @param region whose samples are judged
 * @param watched every region with users; the others may be its control
 * @param revisionLabel the metric label that carries the revision
 * @param revision its value for what is judged; empty: whatever ran there
 * @param from the exposure
 * @param until end of the bake
 * @param share of the false stops; ratio gates only
 * @param deadline how long silence lasts before it decides
 */
public record ReplayQuestion(
    GateSpec gate,
    RegionCode region,
    List<Watched> watched,
    String revisionLabel,
    Optional<String> revision,
    Instant from,
    Instant until,
    Optional<AlphaShare> share,
    Duration deadline) {
  public ReplayQuestion {
    watched = List.copyOf(watched);
  }
}
