package dev.meridian.region.plan;

import dev.meridian.region.RegionCode;
import java.util.List;

/**
 * Ordered waves of regions, each placement with its reason.
 *
 * @param waves in order, numbered from 1
 * @param findings what a person should know before anything moves, most important first
 */
public record Plan(List<Wave> waves, List<String> findings) {
  public Plan {
    waves = List.copyOf(waves);
    findings = List.copyOf(findings);
  }

  /** Every region in the order of the waves. */
  public List<RegionCode> regions() {
    return waves.stream()
        .flatMap(wave -> wave.placements().stream())
        .map(Placement::region)
        .toList();
  }
}
