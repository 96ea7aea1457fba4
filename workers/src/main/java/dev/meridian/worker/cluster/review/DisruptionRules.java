package dev.meridian.worker.cluster.review;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.worker.manifest.KubernetesObject;
import java.util.List;
import java.util.stream.Stream;

/** A budget protects pods from nodes that go; one that lets no pod go blocks every drain. */
final class DisruptionRules implements Rule {
  @Override
  public Stream<Finding> look(Workload workload, Surroundings around) {
    List<KubernetesObject> budgets = around.budgetsOf(workload);
    if (budgets.isEmpty()) {
      return workload.replicas() > 1
          ? Stream.of(
              Finding.warns(
                  workload.name()
                      + " has no PodDisruptionBudget: a drain may take all of its pods"))
          : Stream.empty();
    }
    return budgets.stream()
        .filter(budget -> !letsOneGo(budget, workload.replicas()))
        .map(budget ->
            Finding.blocks(
                budget.ref()
                    + " lets none of "
                    + workload.replicas()
                    + " pods go: allow at least one to be unavailable"));
  }

  private static boolean letsOneGo(KubernetesObject budget, int replicas) {
    JsonNode unavailable = budget.at("/spec/maxUnavailable");
    if (!unavailable.isMissingNode()) {
      return pods(unavailable, replicas) > 0;
    }
    JsonNode available = budget.at("/spec/minAvailable");
    return available.isMissingNode() || pods(available, replicas) < replicas;
  }

  /** Absolute or percent; a budget's percentage is rounded up. */
  private static int pods(JsonNode value, int replicas) {
    String text = value.asText();
    return text.endsWith("%")
        ? (int) Math.ceil(Integer.parseInt(text.substring(0, text.length() - 1)) / 100.0 * replicas)
        : value.asInt();
  }
}
