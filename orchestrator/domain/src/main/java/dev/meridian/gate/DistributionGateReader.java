package dev.meridian.gate;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Value;

/** Reads a gate of kind distribution: how many readings are compared, and how far is too far. */
final class DistributionGateReader {
  private static final int FEWEST_POINTS = 50;
  private static final int MOST_POINTS = 120;

  private DistributionGateReader() {}

  static Value<GateSpec> read(DocumentReader gate, GateReader.Shared shared) {
    Value<String> query = GateReader.query(gate);
    Value<GateSpec.Direction> direction =
        gate.optional("direction").oneOf(GateSpec.Direction.class);
    Value<Integer> points =
        gate.optional("points")
            .integer()
            .check(
                count -> count >= FEWEST_POINTS && count <= MOST_POINTS,
                "should be " + FEWEST_POINTS + " to " + MOST_POINTS,
                "Write how many readings are compared at once, for example 50.");
    Value<Double> least =
        gate.required("least")
            .number()
            .check(
                share -> share > 0.5 && share < 1,
                "should be above 0.5, below 1",
                "Write in which share of pairs the contender's reading must be the worse one,"
                    + " for example 0.7.");
    return gate.build(() ->
        new GateSpec.Distribution(
            shared.name().get(),
            shared.isCritical(),
            query.get(),
            direction.or(GateSpec.Direction.INCREASE),
            points.or(FEWEST_POINTS),
            least.get(),
            shared.every(),
            shared.minimumGood()));
  }
}
