package dev.meridian.simulation.judge;

import dev.meridian.gate.GateSpec;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import dev.meridian.region.plan.Placement;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.Wave;
import dev.meridian.release.PlannedRegion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is drawn before a release is judged: the same world gives the same samples.
 *
 * @param seed of all draws
 * @param begins hour of the day, UTC, at which the release begins
 * @param places sorted by code
 * @param catalog the same as Meridian knows them
 * @param noise of the weather
 * @param defect what is wrong with the contender
 * @param faults of the metrics
 * @param plan of the real planner
 * @param alpha of the release
 * @param interval at which ratio gates are read
 */
public record JudgedWorld(
    long seed,
    int begins,
    List<Place> places,
    RegionCatalog catalog,
    Noise noise,
    Optional<Defect> defect,
    List<MetricFault> faults,
    Plan plan,
    Share alpha,
    Duration interval) {
  /**
   * Coefficients of variation, 0 to 1.
   *
   * @param common of what all places share
   * @param own of what each place has for itself
   */
  public record Noise(double common, double own) {}

  public JudgedWorld {
    places = List.copyOf(places);
    faults = List.copyOf(faults);
  }

  /** The plan's regions in the order of its waves. */
  public List<PlannedRegion> schedule() {
    return PlannedRegion.of(plan, catalog);
  }

  /** The same world under another plan. */
  public JudgedWorld under(Plan other) {
    return new JudgedWorld(
        seed, begins, places, catalog, noise, defect, faults, other, alpha, interval);
  }

  /** The same world and a contender that nothing is wrong with. */
  public JudgedWorld healthy() {
    return new JudgedWorld(
        seed, begins, places, catalog, noise, Optional.empty(), faults, plan, alpha, interval);
  }

  /** Places with users. */
  public List<Place> served() {
    return places.stream().filter(place -> place.role().hasUsers()).toList();
  }

  /** Requests/s of a place's users. */
  public double rate(Place place, long second) {
    return place.rate(ofDay(second));
  }

  List<GateSpec> gates() {
    return Gates.every(interval);
  }

  Weather weather() {
    return new Weather(seed, noise, places.size());
  }

  /** Seconds from midnight UTC of the first day. */
  long ofDay(long second) {
    return begins * 3600L + second;
  }

  Wave wave(RegionCode region) {
    return plan.waves().stream()
        .filter(wave -> wave.placements().stream().anyMatch(it -> it.region().equals(region)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the plan has no region " + region));
  }

  Placement placement(RegionCode region) {
    return wave(region).placements().stream()
        .filter(it -> it.region().equals(region))
        .findFirst()
        .orElseThrow();
  }
}
