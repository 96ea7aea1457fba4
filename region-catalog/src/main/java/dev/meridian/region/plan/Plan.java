package dev.meridian.region.plan;

import dev.meridian.region.RegionCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Ordered waves of regions, each placement with its reason.
 *
 * @param waves in order, numbered from 1
 * @param findings what a person should know before anything moves, most important first
 * @param approvals which of these somebody has to agree to, in the order of the waves
 * @param expected how long it takes; empty in plans that were made before it was told
 */
public record Plan(
    List<Wave> waves,
    List<String> findings,
    List<NeededApproval> approvals,
    Optional<ExpectedDuration> expected) {
  public Plan {
    waves = List.copyOf(waves);
    findings = List.copyOf(findings);
    approvals = List.copyOf(Objects.requireNonNullElse(approvals, List.of()));
    expected = Objects.requireNonNullElse(expected, Optional.empty());
  }

  /** Waves and findings, and nothing else. */
  public Plan(List<Wave> waves, List<String> findings) {
    this(waves, findings, List.of(), Optional.empty());
  }

  /** Every region in the order of the waves. */
  public List<RegionCode> regions() {
    return waves.stream()
        .flatMap(wave -> wave.placements().stream())
        .map(Placement::region)
        .toList();
  }

  /** The wave of a region, if it has one. */
  public Optional<Wave> waveOf(RegionCode region) {
    return waves.stream()
        .filter(wave ->
            wave.placements().stream().anyMatch(placement -> placement.region().equals(region)))
        .findFirst();
  }
}
