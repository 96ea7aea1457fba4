package dev.meridian.worker.cluster.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** Pods that cannot say that they are ready get users before they can serve them. */
final class ProbeRules implements Rule {
  @Override
  public Stream<Finding> look(Workload workload, Surroundings around) {
    return workload.containers().stream()
        .filter(container -> container.has("ports"))
        .flatMap(container -> look(workload, container));
  }

  private static Stream<Finding> look(Workload workload, JsonNode container) {
    if (!container.has("readinessProbe")) {
      return Stream.of(
          Finding.blocks(workload.name(container) + " has no readinessProbe: add one"));
    }
    return container.has("livenessProbe")
        ? Stream.empty()
        : Stream.of(
            Finding.warns(
                workload.name(container)
                    + " has no livenessProbe: a hung process is never restarted"));
  }
}
