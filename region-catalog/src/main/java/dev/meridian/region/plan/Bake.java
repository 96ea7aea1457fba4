package dev.meridian.region.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A bake with its terms: it lasts as long as the longest of them asks, but no longer than the
 * ceiling.
 *
 * @param terms longest first
 * @param ceiling of the policy
 * @param requests that evidence of health needs
 * @param meanTimeToFailure of the slowest class of incident, as it concerns this region
 * @param workingDay whether it has to see a whole working day as well
 */
record Bake(
    List<BakeTerm> terms,
    Duration ceiling,
    long requests,
    Duration meanTimeToFailure,
    boolean workingDay) {
  Bake {
    terms =
        terms.stream()
            .sorted(Comparator.comparing(BakeTerm::asks).reversed().thenComparing(BakeTerm::kind))
            .toList();
  }

  /** The terms that the ceiling cuts short. */
  List<BakeTerm> cut() {
    return terms.stream().filter(term -> term.asks().compareTo(ceiling) > 0).toList();
  }

  Duration duration() {
    Duration longest = terms.getFirst().asks();
    return longest.compareTo(ceiling) > 0 ? ceiling : longest;
  }

  /** The same bake, its requests counted together with those of other regions. */
  Bake pooled(BakeTerm requestsTogether) {
    List<BakeTerm> pooled =
        Stream.concat(
                terms.stream().filter(term -> term.kind() != BakeTerm.Kind.REQUESTS),
                Stream.of(requestsTogether))
            .toList();
    return new Bake(pooled, ceiling, requests, meanTimeToFailure, workingDay);
  }

  BakeTime time() {
    List<String> inputs = terms.stream().map(BakeTerm::toString).toList();
    if (!cut().isEmpty()) {
      inputs = new ArrayList<>(inputs);
      inputs.addFirst(Durations.say(ceiling) + ": policy ceiling, shorter than the bake asks");
    }
    return new BakeTime(
        duration(), ceiling, requests, inputs, terms, meanTimeToFailure, workingDay);
  }
}
