package dev.meridian.check;

import dev.meridian.gate.sample.Measured;
import dev.meridian.service.CheckSpec;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run of a load check.
 *
 * @param report what was seen from outside
 * @param resources by name, what the contender used while the load ran
 */
public record LoadMeasurement(LoadReport report, SortedMap<String, Measured<Double>> resources) {
  public LoadMeasurement {
    resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
  }

  /** What was used, if it was measured. */
  Optional<Double> number(CheckSpec.Load.Resource resource) {
    return of(resource) instanceof Measured.Seen<Double>(Double value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** NaN and infinity are no data, and so is what nobody looked at. */
  Measured<Double> of(CheckSpec.Load.Resource resource) {
    Measured<Double> measured =
        resources.getOrDefault(resource.name(), new Measured.NoData<>("it was not asked for"));
    return measured instanceof Measured.Seen<Double>(Double value) && !Double.isFinite(value)
        ? new Measured.NoData<>("it is " + value)
        : measured;
  }
}
