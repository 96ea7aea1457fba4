package dev.meridian.gate.sight;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.Figures;
import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a ratio gate has to see with in one region.
 *
 * @param region which
 * @param control regions that it is compared with, sorted; may be empty
 * @param own mean requests/s of the region
 * @param controlled mean requests/s of its control; 0 for none
 * @param baseline how the region usually does
 * @param share of the false stops
 */
public record Outlook(
    RegionCode region,
    List<RegionCode> control,
    double own,
    double controlled,
    Baseline baseline,
    AlphaShare share) {
  private static final double TENFOLD = 10;

  public Outlook {
    control = List.copyOf(control);
  }

  /** What the gate can detect within a bake of this length. */
  public GateSight sight(GateSpec.Ratio gate, Duration bake) {
    Detection detection =
        new Detection(own, controlled, gate.ceiling().fraction(), baseline, share);
    Optional<Double> smallest = detection.smallestWithin(bake);
    Optional<Duration> tenfold = detection.after(TENFOLD);
    String found =
        smallest.map(rise -> "finds a rise of " + figure(rise) + " x").orElse("finds no rise")
            + " within its bake of "
            + Figures.duration(bake);
    String sooner =
        tenfold.map(after -> ", a tenfold one after " + Figures.duration(after)).orElse("");
    return new GateSight(
        region,
        gate.name(),
        control,
        ratio(),
        smallest,
        bake,
        tenfold,
        baseline.measured().isEmpty(),
        gate.name() + " in " + region + " " + found + sooner + " (" + against() + ")");
  }

  private double ratio() {
    return own > 0 ? controlled / own : 0;
  }

  private String against() {
    return control.isEmpty()
        ? "no control, the ceiling only"
        : control.size()
            + " regions to compare with, "
            + figure(ratio())
            + " requests for each of its own";
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
  }
}
