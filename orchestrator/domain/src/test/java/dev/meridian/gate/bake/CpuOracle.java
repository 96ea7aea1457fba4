package dev.meridian.gate.bake;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.sample.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value gate judged from every reading that there was. */
record CpuOracle(GateSpec.Value gate, List<GridObservations> seen) {
  private Optional<Double> reading(int interval, boolean contender) {
    if (!(seen.get(interval).gates().get("cpu") instanceof GateObservation.Reading reading)) {
      return Optional.empty();
    }
    Measured<Double> number = contender ? reading.contender() : reading.incumbent();
    return number instanceof Measured.Seen<Double>(Double value) && Double.isFinite(value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** So many of the last so many readings are above what they may be. */
  boolean crosses() {
    return looked()[2] == 1;
  }

  long good() {
    return looked()[0];
  }

  /** Intervals until the newest reading; 0 when there was none. */
  long newest() {
    return looked()[1];
  }

  private long[] looked() {
    List<Boolean> judged = new ArrayList<>();
    List<Optional<Double>> usual = new ArrayList<>();
    long good = 0;
    long crossed = 0;
    long newest = 0;
    for (int i = 0; i < seen.size(); i++) {
      Optional<Double> value = reading(i, true);
      if (value.isEmpty()) {
        continue;
      }
      newest = i + 1L;
      int from = Math.max(0, usual.size() - gate.window());
      double mean = mean(usual.subList(from, usual.size()), reading(i, false));
      double factor = gate.maxOverIncumbent().orElse(0.0);
      double bound = factor > 0 && mean > 0 ? Math.min(0.9, factor * mean) : 0.9;
      usual.add(reading(i, false));
      judged.add(value.get() > bound);
      good += value.get() > bound ? 0 : 1;
      List<Boolean> last =
          judged.subList(Math.max(0, judged.size() - gate.window()), judged.size());
      crossed |= last.stream().filter(b -> b).count() >= gate.badOf() ? 1 : 0;
    }
    return new long[] {good, newest, crossed};
  }

  private static double mean(List<Optional<Double>> before, Optional<Double> now) {
    List<Optional<Double>> all = new ArrayList<>(before);
    all.add(now);
    return all.stream().flatMap(Optional::stream).mapToDouble(d -> d).average().orElse(0);
  }
}
