package dev.meridian.region.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Whether a canary is run as production is. Template, gates and checks are the service's, so they
 * are the same by construction; what can differ is what a presence sets for itself.
 */
final class Parity {
  private Parity() {}

  /** Each difference of a canary from all of production. */
  static List<String> of(List<Candidate> canaries, List<Candidate> production) {
    List<String> findings = new ArrayList<>();
    for (Candidate canary : canaries) {
      for (Map.Entry<String, String> set : canary.presence().parameters().entrySet()) {
        boolean alike =
            production.stream()
                .map(region -> region.presence().parameters())
                .anyMatch(parameters -> set.getValue().equals(parameters.get(set.getKey())));
        if (!production.isEmpty() && !alike) {
          findings.add(
              "canary "
                  + canary.code()
                  + " sets "
                  + set.getKey()
                  + " to "
                  + set.getValue()
                  + ", as no production region does");
        }
      }
      TreeSet<String> missing = new TreeSet<>();
      production.forEach(region -> missing.addAll(region.presence().parameters().keySet()));
      missing.removeIf(name ->
          !production.stream().allMatch(region -> region.presence().parameters().containsKey(name))
              || canary.presence().parameters().containsKey(name));
      missing.forEach(name ->
          findings.add(
              "canary "
                  + canary.code()
                  + " does not set "
                  + name
                  + ", as all production regions do"));
    }
    return findings;
  }
}
