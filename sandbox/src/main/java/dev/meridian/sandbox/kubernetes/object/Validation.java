package dev.meridian.sandbox.kubernetes.object;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.sandbox.kubernetes.object.Refusal.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the API server refuses: every problem at once, as it names them. */
public final class Validation {
  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final Pattern LABEL_VALUE =
      Pattern.compile("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?");

  private final ApiObject object;
  private final List<Cause> causes = new ArrayList<>();

  private Validation(ApiObject object) {
    this.object = object;
  }

  /**
   * Checks an object with its defaults.
   *
   * @param before the stored one, whose immutable fields must stay
   * @throws Refusal 422 with all problems, or 400 where the shape is not even readable
   */
  public static void require(ResourceKind kind, ApiObject object, Optional<ApiObject> before) {
    Validation validation = new Validation(object);
    validation.metadata();
    if (kind.is(ResourceKinds.CONFIG_MAPS)) {
      validation.configMap();
    } else if (kind.is(ResourceKinds.DEPLOYMENTS)) {
      validation.deployment();
      before.ifPresent(old -> validation.immutable(old, "selector"));
    } else if (kind.is(ResourceKinds.JOBS)) {
      validation.job();
      before.ifPresent(old -> validation.immutable(old, "template", "selector", "completions"));
    } else if (kind.is(ResourceKinds.SERVICES)) {
      validation.service();
    }
    if (!validation.causes.isEmpty()) {
      throw Refusal.invalid(kind, object.name(), validation.causes);
    }
  }

  private void metadata() {
    if (object.name().isEmpty()) {
      causes.add(Cause.required("metadata.name", "name or generateName is required"));
    } else if (object.name().length() > 253 || !SUBDOMAIN.matcher(object.name()).matches()) {
      causes.add(
          Cause.invalid(
              "metadata.name",
              "\"" + object.name() + "\"",
              "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters,"
                  + " '-' or '.', and must start and end with an alphanumeric character"));
    }
    labels("metadata.labels", object.tree().path("metadata").path("labels"));
  }

  private void labels(String field, JsonNode labels) {
    ApiObject.texts(labels)
        .forEach((name, value) -> {
          if (value.length() > 63) {
            causes.add(
                Cause.invalid(field, "\"" + value + "\"", "must be no more than 63 characters"));
          } else if (!LABEL_VALUE.matcher(value).matches()) {
            causes.add(
                Cause.invalid(
                    field,
                    "\"" + value + "\"",
                    "a valid label must be an empty string or consist of alphanumeric"
                        + " characters, '-', '_' or '.', and must start and end with an"
                        + " alphanumeric character"));
          }
        });
  }

  private void configMap() {
    object
        .tree()
        .path("data")
        .properties()
        .forEach(each -> {
          if (!each.getValue().isTextual()) {
            throw Refusal.badRequest(
                "ConfigMap in version \"v1\" cannot be handled as a ConfigMap: json: cannot"
                    + " unmarshal "
                    + each.getValue().getNodeType().toString().toLowerCase(Locale.ROOT)
                    + " into Go struct field ConfigMap.data of type string");
          }
        });
  }

  private void deployment() {
    JsonNode spec = object.spec();
    if (spec.path("replicas").asInt() < 0) {
      causes.add(
          Cause.invalid(
              "spec.replicas", spec.path("replicas"), "must be greater than or equal to 0"));
    }
    JsonNode labels = spec.path("template").path("metadata").path("labels");
    if (spec.path("selector").isEmpty()) {
      causes.add(Cause.required("spec.selector", ""));
    } else if (!LabelSelector.of(spec.path("selector")).matches(ApiObject.texts(labels))) {
      causes.add(
          Cause.invalid(
              "spec.template.metadata.labels",
              labels.isMissingNode() ? "{}" : labels,
              "`selector` does not match template `labels`"));
    }
    labels("spec.template.labels", labels);
    JsonNode rolling = spec.path("strategy").path("rollingUpdate");
    if (isZero(rolling.path("maxSurge")) && isZero(rolling.path("maxUnavailable"))) {
      causes.add(
          Cause.invalid(
              "spec.strategy.rollingUpdate.maxUnavailable",
              "0",
              "may not be 0 when `maxSurge` is 0"));
    }
    containers(spec.path("template").path("spec").path("containers"));
  }

  private static boolean isZero(JsonNode quantity) {
    return quantity.asText().equals("0") || quantity.asText().equals("0%");
  }

  private void job() {
    JsonNode pod = object.spec().path("template").path("spec");
    String policy = pod.path("restartPolicy").asText();
    if (policy.isEmpty()) {
      causes.add(
          Cause.required(
              "spec.template.spec.restartPolicy", "valid values: \"OnFailure\", \"Never\""));
    } else if (!policy.equals("OnFailure") && !policy.equals("Never")) {
      causes.add(
          new Cause(
              "FieldValueNotSupported",
              "Unsupported value: \"" + policy + "\": supported values: \"OnFailure\", \"Never\"",
              "spec.template.spec.restartPolicy"));
    }
    containers(pod.path("containers"));
  }

  private void containers(JsonNode containers) {
    String field = "spec.template.spec.containers";
    if (containers.isEmpty()) {
      causes.add(Cause.required(field, ""));
    }
    TreeSet<String> names = new TreeSet<>();
    for (int i = 0; i < containers.size(); i++) {
      String name = containers.get(i).path("name").asText();
      if (name.isEmpty()) {
        causes.add(Cause.required(field + "[" + i + "].name", ""));
      } else if (!names.add(name)) {
        causes.add(Cause.duplicate(field + "[" + i + "].name", "\"" + name + "\""));
      }
      if (containers.get(i).path("image").asText().isEmpty()) {
        causes.add(Cause.required(field + "[" + i + "].image", ""));
      }
    }
  }

  private void service() {
    JsonNode ports = object.spec().path("ports");
    boolean needed = !object.spec().path("type").asText().equals("ExternalName");
    if (needed && ports.isEmpty() && !object.spec().path("clusterIP").asText().equals("None")) {
      causes.add(Cause.required("spec.ports", ""));
    }
    for (int i = 0; i < ports.size(); i++) {
      int port = ports.get(i).path("port").asInt();
      if (port < 1 || port > 65535) {
        causes.add(
            Cause.invalid(
                "spec.ports[" + i + "].port", port, "must be between 1 and 65535, inclusive"));
      }
    }
  }

  private void immutable(ApiObject before, String... fields) {
    for (String field : fields) {
      JsonNode old = before.spec().path(field);
      JsonNode now = object.spec().path(field);
      if (!old.equals(now)) {
        causes.add(
            Cause.invalid(
                "spec." + field, now.isMissingNode() ? "null" : now, "field is immutable"));
      }
    }
  }
}
