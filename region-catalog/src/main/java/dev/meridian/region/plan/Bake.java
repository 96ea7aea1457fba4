package dev.meridian.region.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A bake with its terms: it lasts as long as the longest of them asks, but no longer than the
 * ceiling.
 *
 * @param terms longest first
 * @param ceiling of the policy
 * @param requests that evidence of health needs
 */
record Bake(List<Term> terms, Duration ceiling, long requests) {
  /** One reason to wait: how long, and why. */
  record Term(Duration asks, String why) {
    @Override
    public String toString() {
      return Durations.say(asks) + ": " + why;
    }
  }

  Bake {
    terms = terms.stream().sorted(Comparator.comparing(Term::asks).reversed()).toList();
  }

  /** The terms that the ceiling cuts short. */
  List<Term> cut() {
    return terms.stream().filter(term -> term.asks().compareTo(ceiling) > 0).toList();
  }

  Duration duration() {
    Duration longest = terms.getFirst().asks();
    return longest.compareTo(ceiling) > 0 ? ceiling : longest;
  }

  BakeTime time() {
    List<String> inputs = terms.stream().map(Term::toString).toList();
    if (!cut().isEmpty()) {
      inputs = new ArrayList<>(inputs);
      inputs.addFirst(Durations.say(ceiling) + ": policy ceiling, shorter than the bake asks");
    }
    return new BakeTime(duration(), ceiling, requests, inputs);
  }
}
