package dev.meridian.worker.metrics;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.GateObservation;
import dev.meridian.gate.bake.GridObservations;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.region.RegionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a person should know of the samples of a replay: why some are missing. */
final class SampleNotes {
  private final GateSpec gate;
  private final RegionCode region;
  private final SortedMap<String, Long> missing = new TreeMap<>();
  private long intervals;
  private boolean anyAll;
  private boolean anyBad;

  SampleNotes(GateSpec gate, RegionCode region) {
    this.gate = gate;
    this.region = region;
  }

  /**
   * @throws MetricsException when it could not be read: what would have been decided is not known
   */
  void see(GridObservations seen) {
    GateObservation observation = seen.gates().get(gate.name());
    if (observation == null) {
      return;
    }
    intervals++;
    switch (observation) {
      case GateObservation.Events events -> events.regions().forEach(this::seeCounts);
      case GateObservation.Reading(var contender, var incumbent) -> look(contender);
      case GateObservation.Alerts _ -> {}
    }
  }

  private void seeCounts(RegionCode where, Measured<Counts> counts) {
    if (where.equals(region) || counts instanceof Measured.QueryError<Counts>) {
      look(counts);
    }
  }

  private void look(Measured<?> measured) {
    switch (measured) {
      case Measured.Seen<?> seen -> {}
      case Measured.NoData<?>(String why) -> missing.merge(why, 1L, Long::sum);
      case Measured.QueryError<?>(String sentence) ->
          throw new MetricsException(FailureCode.METRICS_UNREACHABLE, sentence);
    }
  }

  /** Which of a ratio's counters have series in the region. */
  void series(SortedMap<String, SortedMap<RegionCode, RatioReader.Tracks>> tracks) {
    RatioReader.Tracks own =
        tracks
            .getOrDefault(gate.name(), new TreeMap<>())
            .getOrDefault(region, RatioReader.Tracks.NONE);
    anyAll |= !own.all().tracks().isEmpty();
    anyBad |= !own.bad().tracks().isEmpty();
  }

  List<String> all() {
    List<String> notes = new ArrayList<>();
    missing.forEach((why, count) ->
        notes.add(
            String.format(
                Locale.ROOT, "%,d of %,d intervals without data: %s", count, intervals, why)));
    if (gate instanceof GateSpec.Ratio ratio) {
      if (!anyAll) {
        notes.add("no series in " + region + " is selected by " + selector(ratio, true));
      } else if (!anyBad) {
        notes.add(
            "no series in "
                + region
                + " is selected by "
                + selector(ratio, false)
                + ": either nothing was bad, or the selector fits nothing and never will");
      }
    }
    return notes;
  }

  private static String selector(GateSpec.Ratio ratio, boolean first) {
    List<String> selectors = ratio.events().selectors();
    return first ? selectors.getFirst() : selectors.getLast();
  }
}
