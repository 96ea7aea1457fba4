package dev.meridian.api.plan;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.gate.statistics.AlphaShares;
import dev.meridian.region.Share;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.Wave;
import dev.meridian.service.ServiceSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A gate with its arithmetic.
 *
 * @param kind ratio, value, trend, distribution or alarm
 * @param critical whether it decides
 * @param limit when it fails, for people
 * @param alpha chance that it stops a healthy release in the first attempt in one region; only
 *     ratio gates are tests and have one
 * @param stopsAt the e-value of the paired test at which it stops the release
 */
record GateView(
    String name,
    String kind,
    boolean critical,
    String limit,
    Optional<Double> alpha,
    Optional<Double> stopsAt) {

  static List<GateView> of(ServiceSpec spec, Plan plan) {
    SortedMap<String, AlphaShare> shares =
        AlphaShares.of(spec.release().alpha(), regionsWithUsers(plan), spec.gates()).of(1);
    return spec.gates().stream()
        .map(gate -> of(gate, Optional.ofNullable(shares.get(gate.name()))))
        .toList();
  }

  private static int regionsWithUsers(Plan plan) {
    return (int)
        plan.waves().stream()
            .map(Wave::placements)
            .flatMap(List::stream)
            .filter(placement -> placement.role().hasUsers())
            .count();
  }

  private static GateView of(GateSpec gate, Optional<AlphaShare> share) {
    return new GateView(
        gate.name(),
        kind(gate),
        gate.critical(),
        limit(gate),
        share.map(AlphaShare::alpha),
        share.map(AlphaShare::pairedLimit));
  }

  private static String kind(GateSpec gate) {
    return switch (gate) {
      case GateSpec.Ratio _ -> "ratio";
      case GateSpec.Value _ -> "value";
      case GateSpec.Trend _ -> "trend";
      case GateSpec.Distribution _ -> "distribution";
      case GateSpec.Alarm _ -> "alarm";
    };
  }

  private static String limit(GateSpec gate) {
    return switch (gate) {
      case GateSpec.Ratio ratio ->
          "fails above "
              + ratio.ceiling()
              + (ratio.control() ? ", or when worse than the regions not yet released" : "");
      case GateSpec.Value value ->
          "fails on the %d%s of %d readings above %s"
                  .formatted(value.badOf(), ordinal(value.badOf()), value.window(), value.max())
              + value.maxOverIncumbent().map(" or %s times the incumbent"::formatted).orElse("");
      case GateSpec.Trend trend ->
          "fails when "
              + String.format(Locale.ROOT, "%.0f", trend.limit())
              + " would be reached within "
              + trend.horizon();
      case GateSpec.Distribution distribution ->
          "fails when %d readings are %s the incumbent's in %s of pairs"
              .formatted(
                  distribution.points(),
                  side(distribution.direction()),
                  Share.ofFraction(distribution.least()));
      case GateSpec.Alarm alarm -> effect(alarm.effect()) + " while " + alarm.alert() + " fires";
    };
  }

  private static String side(GateSpec.Direction direction) {
    return switch (direction) {
      case INCREASE -> "above";
      case DECREASE -> "below";
      case EITHER -> "above or below";
    };
  }

  private static String effect(GateSpec.Effect effect) {
    return switch (effect) {
      case NOTE -> "is noted";
      case HOLD -> "holds";
      case ROLL_BACK -> "fails";
    };
  }

  private static String ordinal(int number) {
    if (number % 100 / 10 == 1) {
      return "th";
    }
    return switch (number % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }
}
