package dev.meridian.sandbox.kubernetes.object;

import static dev.meridian.sandbox.kubernetes.object.ResourceKind.plain;

import java.util.List;
import java.util.Optional;

/** The kinds that the API server knows. All are stored alike; a new one is a line here. */
public final class ResourceKinds {
  public static final ResourceKind NAMESPACES =
      plain("v1", "namespaces", "Namespace", "ns").clusterWide().withStatus();
  public static final ResourceKind PODS = plain("v1", "pods", "Pod", "po").withStatus();
  public static final ResourceKind CONFIG_MAPS = plain("v1", "configmaps", "ConfigMap", "cm");
  public static final ResourceKind SERVICES =
      plain("v1", "services", "Service", "svc").withStatus();
  public static final ResourceKind DEPLOYMENTS =
      plain("apps/v1", "deployments", "Deployment", "deploy")
          .withGenerations()
          .withStatus()
          .withScale();
  public static final ResourceKind REPLICA_SETS =
      plain("apps/v1", "replicasets", "ReplicaSet", "rs")
          .withGenerations()
          .withStatus()
          .withScale();
  public static final ResourceKind JOBS =
      plain("batch/v1", "jobs", "Job").withGenerations().withStatus();
  public static final ResourceKind DISRUPTION_BUDGETS =
      plain("policy/v1", "poddisruptionbudgets", "PodDisruptionBudget", "pdb")
          .withGenerations()
          .withStatus();
  public static final ResourceKind AUTOSCALERS =
      plain("autoscaling/v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", "hpa")
          .withStatus();

  /** All, core group first. */
  public static final List<ResourceKind> ALL =
      List.of(
          NAMESPACES,
          PODS,
          SERVICES,
          CONFIG_MAPS,
          plain("v1", "secrets", "Secret"),
          plain("v1", "serviceaccounts", "ServiceAccount", "sa"),
          plain("v1", "endpoints", "Endpoints", "ep"),
          plain("v1", "events", "Event", "ev"),
          plain("v1", "persistentvolumeclaims", "PersistentVolumeClaim", "pvc").withStatus(),
          plain("v1", "nodes", "Node", "no").clusterWide().withStatus(),
          DEPLOYMENTS,
          REPLICA_SETS,
          plain("apps/v1", "statefulsets", "StatefulSet", "sts")
              .withGenerations()
              .withStatus()
              .withScale(),
          plain("apps/v1", "daemonsets", "DaemonSet", "ds").withGenerations().withStatus(),
          JOBS,
          plain("batch/v1", "cronjobs", "CronJob", "cj").withGenerations().withStatus(),
          DISRUPTION_BUDGETS,
          AUTOSCALERS,
          plain("networking.k8s.io/v1", "ingresses", "Ingress", "ing")
              .withGenerations()
              .withStatus(),
          plain("networking.k8s.io/v1", "networkpolicies", "NetworkPolicy", "netpol")
              .withGenerations(),
          plain("rbac.authorization.k8s.io/v1", "roles", "Role"),
          plain("rbac.authorization.k8s.io/v1", "rolebindings", "RoleBinding"),
          plain("coordination.k8s.io/v1", "leases", "Lease"),
          plain("gateway.networking.k8s.io/v1", "gateways", "Gateway", "gtw")
              .withGenerations()
              .withStatus(),
          plain("gateway.networking.k8s.io/v1", "httproutes", "HTTPRoute")
              .withGenerations()
              .withStatus());

  private ResourceKinds() {}

  /** By path: group, version and plural. */
  public static Optional<ResourceKind> find(String group, String version, String plural) {
    return ALL.stream()
        .filter(each ->
            each.group().equals(group)
                && each.version().equals(version)
                && each.plural().equals(plural))
        .findFirst();
  }

  /** By what an object says that it is. */
  public static Optional<ResourceKind> of(ApiObject object) {
    return ALL.stream()
        .filter(each ->
            each.apiVersion().equals(object.apiVersion()) && each.kind().equals(object.kind()))
        .findFirst();
  }
}
