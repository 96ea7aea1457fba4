package dev.meridian.gate.sight;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.gate.statistics.AlphaShares;
import dev.meridian.region.Presence;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import dev.meridian.region.plan.Placement;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.Wave;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What every ratio gate can detect in every region of a plan, in the first attempt.
 *
 * @param presences of the service
 * @param gates of the service; others than ratio gates are rules and have no such figure
 * @param alpha of the release
 * @param baselines how regions usually do
 */
public record Sights(
    List<Presence> presences, List<GateSpec> gates, Share alpha, Baselines baselines) {
  private static final double TENFOLD = 10;

  public Sights {
    presences = List.copyOf(presences);
    gates = List.copyOf(gates);
  }

  /** Regions with users in the order of the waves, each with its gates in the order of the spec. */
  public List<GateSight> of(Plan plan) {
    ControlOutlook outlook = new ControlOutlook(plan, presences);
    SortedMap<String, AlphaShare> shares = AlphaShares.of(alpha, users(plan), gates).of(1);
    List<GateSight> sights = new ArrayList<>();
    for (Wave wave : plan.waves()) {
      for (Placement placement : users(wave)) {
        List<RegionCode> control = outlook.of(wave, placement.region());
        for (GateSpec.Ratio gate : ratioGates()) {
          List<RegionCode> compared = gate.control() ? control : List.of();
          Detection detection =
              new Detection(
                  outlook.demand(List.of(placement.region())),
                  outlook.demand(compared),
                  gate.ceiling().fraction(),
                  baselines.of(gate, placement.region(), compared),
                  shares.getOrDefault(gate.name(), new AlphaShare(alpha.fraction())));
          sights.add(sight(placement, gate, new View(compared, detection)));
        }
      }
    }
    return List.copyOf(sights);
  }

  /** A control, and what can be detected with it. */
  private record View(List<RegionCode> control, Detection detection) {
    double ratio() {
      return detection.own() > 0 ? detection.control() / detection.own() : 0;
    }
  }

  private List<GateSpec.Ratio> ratioGates() {
    return gates.stream()
        .filter(GateSpec.Ratio.class::isInstance)
        .map(GateSpec.Ratio.class::cast)
        .toList();
  }

  private static int users(Plan plan) {
    return Math.max(1, plan.waves().stream().mapToInt(wave -> users(wave).size()).sum());
  }

  private static List<Placement> users(Wave wave) {
    return wave.placements().stream().filter(it -> it.role().hasUsers()).toList();
  }

  private static GateSight sight(Placement placement, GateSpec.Ratio gate, View view) {
    Duration bake = placement.bake().duration();
    Optional<Double> smallest = view.detection().smallestWithin(bake);
    Optional<Duration> tenfold = view.detection().after(TENFOLD);
    String found =
        smallest
            .map(rise -> "finds a rise of " + figure(rise) + " x within its bake of " + bake)
            .orElse("finds no rise within its bake of " + bake);
    String sooner = tenfold.map(after -> ", a tenfold one after " + after).orElse("");
    String against =
        view.control().isEmpty()
            ? "no control, the ceiling only"
            : view.control().size()
                + " regions to compare with, "
                + figure(view.ratio())
                + " requests for each of its own";
    return new GateSight(
        placement.region(),
        gate.name(),
        view.control(),
        view.ratio(),
        smallest,
        bake,
        tenfold,
        gate.name() + " in " + placement.region() + " " + found + sooner + " (" + against + ")");
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
  }
}
