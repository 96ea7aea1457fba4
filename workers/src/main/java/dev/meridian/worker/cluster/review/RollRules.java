package dev.meridian.worker.cluster.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How pods are replaced: never all at once, never cut off in mid-answer, spread over the place. */
final class RollRules implements Rule {
  private static final int SHORTEST_GRACE_SECONDS = 10;

  @Override
  public Stream<Finding> look(Workload workload, Surroundings around) {
    List<Finding> findings = new ArrayList<>();
    if (workload.object().kind().equals("Deployment")) {
      strategy(workload, findings);
    }
    grace(workload, findings);
    spread(workload, findings);
    return findings.stream();
  }

  private static void strategy(Workload workload, List<Finding> findings) {
    JsonNode strategy = workload.object().at("/spec/strategy");
    String name = workload.name();
    if (strategy.path("type").asText().equals("Recreate")) {
      findings.add(
          Finding.blocks(name + " stops every pod before it starts one: use RollingUpdate"));
      return;
    }
    JsonNode rolling = strategy.path("rollingUpdate");
    int unavailable = pods(rolling.path("maxUnavailable"), workload.replicas(), false);
    int surge = pods(rolling.path("maxSurge"), workload.replicas(), true);
    if (unavailable >= workload.replicas()) {
      findings.add(
          Finding.blocks(
              name
                  + " may lose all "
                  + workload.replicas()
                  + " pods at once: lower maxUnavailable"));
    }
    if (unavailable == 0 && surge == 0) {
      findings.add(Finding.blocks(name + " can replace no pod: raise maxSurge or maxUnavailable"));
    }
  }

  /** Absolute or percent; Kubernetes rounds a surge up and an absence down; 25 % by default. */
  private static int pods(JsonNode value, int replicas, boolean up) {
    String text = value.isMissingNode() ? "25%" : value.asText();
    if (!text.endsWith("%")) {
      return value.asInt();
    }
    double share = Integer.parseInt(text.substring(0, text.length() - 1)) / 100.0 * replicas;
    return (int) (up ? Math.ceil(share) : Math.floor(share));
  }

  private static void grace(Workload workload, List<Finding> findings) {
    int seconds = workload.pod().path("terminationGracePeriodSeconds").asInt(30);
    if (seconds == 0) {
      findings.add(
          Finding.blocks(
              workload.name() + " kills pods in mid-answer: set terminationGracePeriodSeconds"));
    } else if (seconds < SHORTEST_GRACE_SECONDS) {
      findings.add(
          Finding.warns(
              workload.name() + " gives pods only " + seconds + " s to finish what they answer"));
    }
  }

  private static void spread(Workload workload, List<Finding> findings) {
    boolean spread =
        workload.pod().has("topologySpreadConstraints")
            || workload.pod().path("affinity").has("podAntiAffinity");
    if (workload.replicas() > 1 && !spread && !workload.object().kind().equals("DaemonSet")) {
      findings.add(
          Finding.warns(
              workload.name()
                  + " has no topologySpreadConstraints: one zone may hold all of its pods"));
    }
  }
}
