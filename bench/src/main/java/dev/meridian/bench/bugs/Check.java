package dev.meridian.bench.bugs;

import dev.meridian.evacuation.EvacuationChecker;
import dev.meridian.gate.bake.BakeChecker;
import dev.meridian.gate.sample.CountersChecker;
import dev.meridian.gate.statistics.StatisticsChecker;
import dev.meridian.region.plan.PlanChecker;
import dev.meridian.release.admission.AdmissionChecker;
import dev.meridian.simulation.Crashes;
import dev.meridian.simulation.OverlapSimulations;
import dev.meridian.simulation.Simulations;
import java.util.Optional;

/** What looks for mistakes: a world for each seed, and what it breaks. */
enum Check {
  /** Whole releases in worlds of much trouble; every law of the safety document. */
  RELEASES,
  /** The same, killed after every entry. */
  CRASHES,
  /** Two releases of one service, the younger behind the older. */
  OVERLAPS,
  /** A service over many wishes: who is active, who waits, how many revisions live. */
  ADMISSIONS,
  /** Plans of random catalogues beside naive arithmetic and brute force. */
  PLANS,
  /** The statistics of a gate beside their formulas. */
  STATISTICS,
  /** Counters that are reset, late, twice or NaN. */
  COUNTERS,
  /** Whole bakes beside a judge that keeps everything. */
  BAKES,
  /** Evacuations: capacity, answers, receivers, law. */
  EVACUATIONS;

  /** What the world of a seed breaks; a mistake that throws is one that shows. */
  Optional<String> violation(long seed) {
    try {
      return switch (this) {
        case RELEASES -> Simulations.violation(seed);
        case CRASHES -> Crashes.violation(seed);
        case OVERLAPS -> OverlapSimulations.violation(seed);
        case ADMISSIONS -> AdmissionChecker.violation(seed);
        case PLANS -> PlanChecker.violation(seed);
        case STATISTICS -> StatisticsChecker.violation(seed);
        case COUNTERS -> CountersChecker.violation(seed);
        case BAKES -> BakeChecker.violation(seed);
        case EVACUATIONS -> EvacuationChecker.violation(seed);
      };
    } catch (RuntimeException | StackOverflowError | AssertionError thrown) {
      return Optional.of("thrown: " + thrown);
    }
  }
}
