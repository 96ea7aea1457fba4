package dev.meridian.sandbox.kubernetes.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the API server fills in where a manifest is silent. A field that its last owner stops
 * applying gets its default again: {@code replicas} becomes 1, which has surprised many.
 */
public final class Defaults {
  private Defaults() {}

  /** Fills in place; a field of a shape that validation will refuse is left alone. */
  public static void fill(ResourceKind kind, ObjectNode tree) {
    if (kind.is(ResourceKinds.DEPLOYMENTS)) {
      deployment(ApiObject.object(tree, "spec"));
    } else if (kind.is(ResourceKinds.JOBS)) {
      job(ApiObject.object(tree, "spec"));
      jobSelector(tree, ApiObject.object(tree, "spec"));
    } else if (kind.is(ResourceKinds.SERVICES)) {
      service(ApiObject.object(tree, "spec"));
    } else if (kind.is(ResourceKinds.NAMESPACES)) {
      text(ApiObject.object(tree, "status"), "phase", "Active");
    } else if (kind.is(ResourceKinds.AUTOSCALERS)) {
      number(ApiObject.object(tree, "spec"), "minReplicas", 1);
    }
  }

  private static void deployment(ObjectNode spec) {
    number(spec, "replicas", 1);
    number(spec, "progressDeadlineSeconds", 600);
    number(spec, "revisionHistoryLimit", 10);
    ObjectNode strategy = ApiObject.object(spec, "strategy");
    text(strategy, "type", "RollingUpdate");
    if (strategy.path("type").asText().equals("RollingUpdate")) {
      ObjectNode rolling = ApiObject.object(strategy, "rollingUpdate");
      text(rolling, "maxSurge", "25%");
      text(rolling, "maxUnavailable", "25%");
    }
    template(spec, "Always");
  }

  private static void job(ObjectNode spec) {
    number(spec, "parallelism", 1);
    number(spec, "completions", 1);
    number(spec, "backoffLimit", 6);
    text(spec, "completionMode", "NonIndexed");
    template(spec, "");
  }

  /** A Job's pods are known by its uid. */
  private static void jobSelector(ObjectNode tree, ObjectNode spec) {
    String uid = tree.path("metadata").path("uid").asText();
    if (spec.has("selector") || uid.isEmpty() || !(spec.get("template") instanceof ObjectNode)) {
      return;
    }
    String name = tree.path("metadata").path("name").asText();
    ObjectNode template = ApiObject.object(spec, "template");
    ApiObject.object(ApiObject.object(template, "metadata"), "labels")
        .put("batch.kubernetes.io/controller-uid", uid)
        .put("batch.kubernetes.io/job-name", name)
        .put("controller-uid", uid)
        .put("job-name", name);
    spec.putObject("selector")
        .putObject("matchLabels")
        .put("batch.kubernetes.io/controller-uid", uid);
  }

  private static void template(ObjectNode spec, String restartPolicy) {
    if (!(spec.path("template").path("spec") instanceof ObjectNode pod)) {
      return;
    }
    if (!restartPolicy.isEmpty()) {
      text(pod, "restartPolicy", restartPolicy);
    }
    text(pod, "dnsPolicy", "ClusterFirst");
    text(pod, "schedulerName", "default-scheduler");
    number(pod, "terminationGracePeriodSeconds", 30);
    ApiObject.object(pod, "securityContext");
    containers(pod.path("containers"));
    containers(pod.path("initContainers"));
  }

  private static void containers(JsonNode containers) {
    for (JsonNode each : containers) {
      if (each instanceof ObjectNode container) {
        String image = container.path("image").asText();
        boolean latest = image.endsWith(":latest") || !image.matches(".*(@|:[^/]+$).*");
        text(container, "imagePullPolicy", latest ? "Always" : "IfNotPresent");
        text(container, "terminationMessagePath", "/dev/termination-log");
        text(container, "terminationMessagePolicy", "File");
        ApiObject.object(container, "resources");
        ports(container.path("ports"));
        probe(container.path("readinessProbe"));
        probe(container.path("livenessProbe"));
        probe(container.path("startupProbe"));
      }
    }
  }

  private static void probe(JsonNode node) {
    if (node instanceof ObjectNode probe) {
      number(probe, "timeoutSeconds", 1);
      number(probe, "periodSeconds", 10);
      number(probe, "successThreshold", 1);
      number(probe, "failureThreshold", 3);
      if (probe.path("httpGet") instanceof ObjectNode get) {
        text(get, "scheme", "HTTP");
        text(get, "path", "/");
      }
    }
  }

  private static void service(ObjectNode spec) {
    text(spec, "type", "ClusterIP");
    text(spec, "sessionAffinity", "None");
    ports(spec.path("ports"));
    for (JsonNode port : spec.path("ports")) {
      if (port instanceof ObjectNode there && !there.has("targetPort")) {
        there.set("targetPort", there.path("port"));
      }
    }
  }

  private static void ports(JsonNode ports) {
    for (JsonNode port : ports) {
      if (port instanceof ObjectNode there) {
        text(there, "protocol", "TCP");
      }
    }
  }

  private static void text(ObjectNode node, String field, String value) {
    if (!node.hasNonNull(field)) {
      node.put(field, value);
    }
  }

  private static void number(ObjectNode node, String field, int value) {
    if (!node.hasNonNull(field)) {
      node.put(field, value);
    }
  }
}
