package dev.meridian.bench.verdict;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.BakeFold;
import dev.meridian.gate.bake.BakeState;
import dev.meridian.gate.bake.BakeSubject;
import dev.meridian.gate.bake.GateObservation;
import dev.meridian.gate.bake.GridObservations;
import dev.meridian.gate.bake.History;
import dev.meridian.gate.bake.Standing;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Meridian's own judge: the bake's fold as a release runs it, with kappa and phi measured on the
 * stream's history, late starts, a chosen control, and the ceiling test.
 *
 * @param share of the gate
 */
public record MeridianBake(AlphaShare share) implements Rule {
  private static final Instant EXPOSED = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration INTERVAL = Duration.ofSeconds(Stream.INTERVAL);
  private static final GateSpec.Ratio GATE =
      new GateSpec.Ratio(
          "errors",
          true,
          new GateSpec.Events.Counters("all", "bad"),
          Share.ofFraction(0.01),
          true,
          INTERVAL,
          Share.ofFraction(0.5));

  @Override
  public Outcome judge(Stream stream) {
    SortedMap<RegionCode, Standing> standings = new TreeMap<>();
    stream.control().keySet().forEach(region -> standings.put(region, Standing.UNTOUCHED));
    BakeFold fold = new BakeFold(subject(stream));
    BakeState state = fold.begin(standings);
    for (int i = 0; i < stream.intervals(); i++) {
      SortedMap<String, GateObservation> gates = new TreeMap<>();
      gates.put(GATE.name(), events(stream, i));
      Instant until = state.at().plus(INTERVAL);
      state = fold.fold(state, new GridObservations(state.at(), until, standings, gates));
      if (state.gates().getFirst().crossing().isPresent()) {
        return new Outcome.Stopped((i + 1) * Stream.INTERVAL);
      }
    }
    return new Outcome.NotStopped();
  }

  private BakeSubject subject(Stream stream) {
    return new BakeSubject(
        Stream.REGION,
        List.of(GATE),
        new TreeMap<>(Map.of(GATE.name(), share)),
        new TreeMap<>(Map.of(GATE.name(), new History(stream.history()))),
        new TreeMap<>(),
        EXPOSED);
  }

  private static GateObservation events(Stream stream, int interval) {
    SortedMap<RegionCode, Measured<Counts>> regions = new TreeMap<>();
    regions.put(Stream.REGION, new Measured.Seen<>(stream.contender().get(interval)));
    stream
        .control()
        .forEach(
            (region, counts) -> regions.put(region, new Measured.Seen<>(counts.get(interval))));
    return new GateObservation.Events(regions);
  }
}
