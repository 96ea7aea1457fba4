package dev.meridian.worker.cluster.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A process that is taken over should find nothing to work with; an image is named by content. */
final class SecurityRules implements Rule {
  @Override
  public Stream<Finding> look(Workload workload, Surroundings around) {
    return Stream.concat(
            workload.containers().stream(), workload.pod().path("initContainers").valueStream())
        .flatMap(container -> look(workload, container).stream());
  }

  private static List<Finding> look(Workload workload, JsonNode container) {
    JsonNode own = container.path("securityContext");
    JsonNode pod = workload.pod().path("securityContext");
    String name = workload.name(container);
    List<Finding> findings = new ArrayList<>();
    if (!container.path("image").asText().contains("@sha256:")) {
      findings.add(
          Finding.blocks(name + " names its image by tag: name it by digest, as ${image} does"));
    }
    if (!own.path("runAsNonRoot").asBoolean(pod.path("runAsNonRoot").asBoolean())) {
      findings.add(Finding.blocks(name + " may run as root: set runAsNonRoot: true"));
    }
    if (!own.path("readOnlyRootFilesystem").asBoolean()) {
      findings.add(Finding.blocks(name + " may write its root: set readOnlyRootFilesystem: true"));
    }
    if (own.at("/capabilities/drop").valueStream().noneMatch(c -> c.asText().equals("ALL"))) {
      findings.add(Finding.blocks(name + " keeps capabilities: set capabilities.drop: [ALL]"));
    }
    if (own.path("privileged").asBoolean()) {
      findings.add(Finding.blocks(name + " is privileged: remove it"));
    }
    if (own.path("allowPrivilegeEscalation").asBoolean(true)) {
      findings.add(
          Finding.warns(name + " may gain privileges: set allowPrivilegeEscalation: false"));
    }
    return findings;
  }
}
