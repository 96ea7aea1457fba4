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
import java.util.ArrayList;
import java.util.List;
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
  public Sights {
    presences = List.copyOf(presences);
    gates = List.copyOf(gates);
  }

  /** Regions with users in the order of the waves, each with its gates in the order of the spec. */
  public List<GateSight> of(Plan plan) {
    ControlOutlook controls = new ControlOutlook(plan, presences);
    SortedMap<String, AlphaShare> shares = AlphaShares.of(alpha, users(plan), gates).of(1);
    List<GateSight> sights = new ArrayList<>();
    for (Wave wave : plan.waves()) {
      for (Placement placement : users(wave)) {
        List<RegionCode> control = controls.of(wave, placement.region());
        for (GateSpec.Ratio gate : ratioGates()) {
          List<RegionCode> compared = gate.control() ? control : List.of();
          Baseline baseline = baselines.of(gate, placement.region(), compared);
          Outlook seen =
              new Outlook(
                  placement.region(),
                  compared,
                  baseline
                      .measured()
                      .map(Baseline.Requests::own)
                      .orElseGet(() -> controls.demand(List.of(placement.region()))),
                  baseline
                      .measured()
                      .map(Baseline.Requests::control)
                      .orElseGet(() -> controls.demand(compared)),
                  baseline,
                  shares.getOrDefault(gate.name(), new AlphaShare(alpha.fraction())));
          sights.add(seen.sight(gate, placement.bake().duration()));
        }
      }
    }
    return List.copyOf(sights);
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
}
