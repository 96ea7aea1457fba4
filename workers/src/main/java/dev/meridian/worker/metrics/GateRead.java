package dev.meridian.worker.metrics;

import dev.meridian.gate.bake.GateObservation;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.Tiling;
import dev.meridian.region.RegionCode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What one gate saw in one poll.
 *
 * @param tiling its own intervals
 * @param observations one for each
 * @param unanswered whether the contender's metrics could not be read
 * @param tracks where the counters stand afterwards; none for expressions
 */
record GateRead(
    Tiling tiling,
    List<GateObservation> observations,
    boolean unanswered,
    Optional<SortedMap<RegionCode, RatioReader.Tracks>> tracks) {
  static GateRead readings(Tiling tiling, List<GateObservation> readings) {
    boolean unanswered =
        readings.stream()
            .anyMatch(reading ->
                reading instanceof GateObservation.Reading(var contender, var incumbent)
                    && contender instanceof Measured.QueryError<Double>);
    return new GateRead(tiling, readings, unanswered, Optional.empty());
  }
}
