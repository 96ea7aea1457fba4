package dev.meridian.sandbox.kubernetes.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.sandbox.kubernetes.cluster.Cluster;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.Refusal;
import dev.meridian.sandbox.kubernetes.object.ResourceKinds;
import java.util.List;

/** What a pod has written so far. */
record PodLogs(Cluster cluster) {

  Answer answer(ResourcePath path, ApiRequest request) {
    if (!path.kind().is(ResourceKinds.PODS) || !request.method().equals("GET")) {
      throw ResourceVerbs.notAllowed();
    }
    requireStarted(cluster.get(path.key()));
    List<String> lines = cluster.podLog(path.key());
    int tail =
        request
            .number("tailLines")
            .map(number -> Math.clamp(number, 0, lines.size()))
            .orElse(lines.size());
    StringBuilder text = new StringBuilder();
    lines
        .subList(lines.size() - tail, lines.size())
        .forEach(line -> text.append(line).append('\n'));
    return new Answer.Text(text.toString());
  }

  private static void requireStarted(ApiObject pod) {
    JsonNode container = pod.status().path("containerStatuses").path(0);
    JsonNode waiting = container.path("state").path("waiting");
    if (!waiting.isMissingNode()) {
      throw Refusal.badRequest(
          "container \"%s\" in pod \"%s\" is waiting to start: %s"
              .formatted(
                  container.path("name").asText(), pod.name(), waiting.path("reason").asText()));
    }
  }
}
