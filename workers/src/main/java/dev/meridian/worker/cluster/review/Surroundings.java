package dev.meridian.worker.cluster.review;

import dev.meridian.worker.manifest.KubernetesObject;
import dev.meridian.worker.manifest.ManifestSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands beside a workload: rendered objects, and live ones that they do not replace.
 *
 * @param autoscalers as they will be
 * @param budgets as they will be
 */
record Surroundings(List<KubernetesObject> autoscalers, List<KubernetesObject> budgets) {
  static Surroundings of(ManifestSet rendered, LiveCluster live) {
    return new Surroundings(
        together(live.autoscalers(), rendered.ofKind("HorizontalPodAutoscaler")),
        together(live.budgets(), rendered.ofKind("PodDisruptionBudget")));
  }

  private static List<KubernetesObject> together(
      List<KubernetesObject> live, List<KubernetesObject> rendered) {
    Map<String, KubernetesObject> byName = new LinkedHashMap<>();
    live.forEach(object -> byName.put(object.name(), object));
    rendered.forEach(object -> byName.put(object.name(), object));
    return List.copyOf(byName.values());
  }

  List<KubernetesObject> autoscalersOf(Workload workload) {
    return autoscalers.stream()
        .filter(scaler ->
            scaler.at("/spec/scaleTargetRef/kind").asText().equals(workload.object().kind())
                && scaler.at("/spec/scaleTargetRef/name").asText().equals(workload.object().name()))
        .toList();
  }

  List<KubernetesObject> budgetsOf(Workload workload) {
    return budgets.stream().filter(budget -> selects(budget, workload)).toList();
  }

  private static boolean selects(KubernetesObject budget, Workload workload) {
    var labels = budget.at("/spec/selector/matchLabels");
    return !labels.isEmpty()
        && labels.properties().stream()
            .allMatch(label -> label.getValue().equals(workload.labels().get(label.getKey())));
  }
}
