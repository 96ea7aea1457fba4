package dev.meridian.worker.cluster.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** Without requests a pod is the first to be evicted, and nobody can say whether there is room. */
final class ResourceRules implements Rule {
  @Override
  public Stream<Finding> look(Workload workload, Surroundings around) {
    return workload.containers().stream().flatMap(container -> look(workload, container));
  }

  private static Stream<Finding> look(Workload workload, JsonNode container) {
    JsonNode resources = container.path("resources");
    String name = workload.name(container);
    Stream<Finding> requests =
        Stream.of("cpu", "memory")
            .filter(resource -> missing(resources, resource))
            .map(resource ->
                Finding.blocks(
                    name
                        + " requests no "
                        + resource
                        + qos(resources)
                        + ": set resources.requests."
                        + resource));
    boolean unlimited = !resources.path("limits").has("memory");
    Stream<Finding> limits =
        unlimited
            ? Stream.of(
                Finding.warns(
                    name + " has no memory limit: a leak takes the node's other pods with it"))
            : Stream.empty();
    return Stream.concat(requests, limits);
  }

  /** A limit without a request counts as the request. */
  private static boolean missing(JsonNode resources, String resource) {
    return !resources.path("requests").has(resource) && !resources.path("limits").has(resource);
  }

  private static String qos(JsonNode resources) {
    return resources.isEmpty() ? " (QoS BestEffort: evicted first)" : "";
  }
}
