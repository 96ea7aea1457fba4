package dev.meridian.region.plan;

import dev.meridian.region.Share;
import java.util.List;

/**
 * Who may be in one wave, and how many.
 *
 * @param parallelism most regions in one wave
 * @param cap most world traffic in one wave, unless it is one region alone
 */
record WaveRules(int parallelism, Share cap) {
  /** Never two of one failure domain, never two evacuation peers. */
  boolean together(Candidate one, Candidate other) {
    boolean peers =
        one.region().peers().contains(other.code()) || other.region().peers().contains(one.code());
    return !peers && !one.region().failureDomain().equals(other.region().failureDomain());
  }

  /** Whether {@code next} may join a wave. */
  boolean mayJoin(List<Candidate> wave, Candidate next) {
    long ppm = wave.stream().mapToLong(member -> member.traffic().ppm()).sum();
    return wave.stream().allMatch(member -> together(member, next))
        && withinCap(wave.size() + 1, ppm + next.traffic().ppm());
  }

  boolean withinCap(int regions, long ppm) {
    return regions == 1 || ppm <= cap.ppm();
  }

  /**
   * Most regions in a wave of a band after {@code passed} waves of it: alone at first, then one
   * beside 1, 2, 4, ... whose risks are all covered.
   */
  int most(int passed) {
    return passed == 0 ? 1 : Math.min(parallelism, 1 + (1 << Math.min(passed - 1, 20)));
  }
}
