package dev.meridian.worker.cluster.review;

import dev.meridian.worker.manifest.KubernetesObject;
import java.util.List;

/**
 * What the live cluster has that bears on the review.
 *
 * @param namespaceExists whether the presence's namespace is there
 * @param workloads those of the manifests that run now
 * @param autoscalers every one of the namespace
 * @param budgets every PodDisruptionBudget of the namespace
 */
public record LiveCluster(
    boolean namespaceExists,
    List<KubernetesObject> workloads,
    List<KubernetesObject> autoscalers,
    List<KubernetesObject> budgets) {
  public LiveCluster {
    workloads = List.copyOf(workloads);
    autoscalers = List.copyOf(autoscalers);
    budgets = List.copyOf(budgets);
  }
}
