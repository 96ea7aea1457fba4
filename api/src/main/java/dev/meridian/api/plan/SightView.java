package dev.meridian.api.plan;

import dev.meridian.gate.sight.Baselines;
import dev.meridian.gate.sight.GateSight;
import dev.meridian.gate.sight.Sights;
import dev.meridian.region.RegionCode;
import dev.meridian.region.plan.Plan;
import dev.meridian.service.ServiceSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the ratio gates can detect in a region, on average: by the requests, the bad rate, kappa and
 * phi of the week before. Where not even a day was seen it is assumed that a tenth of the ceiling
 * is bad and regions are alike, and what is said is what the gate can do at best.
 *
 * @param region with users, in the order of the waves
 * @param gates that are tests, in the order of the service's document; the others are rules
 */
@Schema(name = "Sight")
record SightView(String region, List<OfGate> gates) {
  SightView {
    gates = List.copyOf(gates);
  }

  /**
   * What one gate can detect.
   *
   * @param gate its name
   * @param control regions that it is compared with; none in the last wave
   * @param controlRatio requests of the control for each request of the region
   * @param smallestRise the smallest factor over the usual bad rate that is found within the bake;
   *     null when none is
   * @param within the bake
   * @param tenfoldAfter time until ten times the usual bad rate is found; null when it never is
   * @param assumed whether requests and bad rate are assumed, not measured
   * @param sentence the same for people
   */
  @Schema(name = "SightOfGate")
  record OfGate(
      String gate,
      List<String> control,
      double controlRatio,
      Optional<Double> smallestRise,
      Duration within,
      Optional<Duration> tenfoldAfter,
      boolean assumed,
      String sentence) {
    private static OfGate of(GateSight sight) {
      return new OfGate(
          sight.gate(),
          sight.control().stream().map(RegionCode::value).toList(),
          sight.controlRatio(),
          sight.smallestRise(),
          sight.within(),
          sight.tenfoldAfter(),
          sight.assumed(),
          sight.sentence());
    }
  }

  static List<SightView> of(ServiceSpec spec, Plan plan, Baselines baselines) {
    Sights sights = new Sights(spec.presences(), spec.gates(), spec.release().alpha(), baselines);
    Map<RegionCode, List<OfGate>> byRegion = new LinkedHashMap<>();
    for (GateSight sight : sights.of(plan)) {
      byRegion.computeIfAbsent(sight.region(), region -> new ArrayList<>()).add(OfGate.of(sight));
    }
    return byRegion.entrySet().stream()
        .map(entry -> new SightView(entry.getKey().value(), entry.getValue()))
        .toList();
  }
}
