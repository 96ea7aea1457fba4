package dev.meridian.worker.cluster.review;

import dev.meridian.worker.manifest.KubernetesObject;
import dev.meridian.worker.manifest.ManifestSet;
import java.util.List;
import java.util.stream.Stream;

/** Every rule over every workload, in a fixed order. Pure. */
public final class ReadinessReview {
  private static final List<String> GITOPS =
      List.of(
          "argocd-controller",
          "argocd-application-controller",
          "kustomize-controller",
          "helm-controller");

  private final List<Rule> rules =
      List.of(
          new ProbeRules(),
          new ResourceRules(),
          new SecurityRules(),
          new RollRules(),
          new DisruptionRules(),
          new AutoscalerRules());

  /**
   * @param namespace of the presence: the only one that a service may write to
   */
  public List<Finding> findings(ManifestSet rendered, String namespace, LiveCluster live) {
    Surroundings around = Surroundings.of(rendered, live);
    Stream<Finding> place =
        Stream.of(place(rendered, namespace, live), healers(live)).flatMap(stream -> stream);
    Stream<Finding> workloads =
        rendered.objects().stream()
            .filter(Workload::matches)
            .map(Workload::new)
            .flatMap(workload -> rules.stream().flatMap(rule -> rule.look(workload, around)));
    return Stream.concat(place, workloads).distinct().toList();
  }

  private static Stream<Finding> place(ManifestSet rendered, String namespace, LiveCluster live) {
    Stream<Finding> missing =
        live.namespaceExists()
            ? Stream.empty()
            : Stream.of(
                Finding.blocks("the namespace " + namespace + " does not exist: create it"));
    Stream<Finding> foreign =
        rendered.objects().stream()
            .filter(object -> !object.namespace().equals(namespace))
            .map(object -> foreign(object, namespace));
    return Stream.concat(missing, foreign);
  }

  private static Finding foreign(KubernetesObject object, String namespace) {
    return Finding.blocks(
        object.ref()
            + " is in namespace \""
            + object.namespace()
            + "\": a service writes only to its own, "
            + namespace);
  }

  /** Where GitOps heals, it undoes what Meridian applies. */
  private static Stream<Finding> healers(LiveCluster live) {
    return live.workloads().stream()
        .flatMap(workload ->
            workload
                .at("/metadata/managedFields")
                .valueStream()
                .map(entry -> entry.path("manager").asText())
                .filter(GITOPS::contains)
                .map(manager ->
                    Finding.warns(
                        workload.ref()
                            + " is kept by "
                            + manager
                            + ", which may undo what Meridian applies")));
  }
}
