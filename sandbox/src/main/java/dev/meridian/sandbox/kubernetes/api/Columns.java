package dev.meridian.sandbox.kubernetes.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.sandbox.kubernetes.api.Table.Column;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ResourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which columns a kind is printed with; a kind that is not named here has a name and an age. */
final class Columns {
  private Columns() {}

  static List<Column> of(ResourceKind kind, Instant now) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("Name", ApiObject::name));
    columns.addAll(
        switch (kind.plural()) {
          case "deployments" -> deployment();
          case "replicasets" -> replicaSet();
          case "pods" -> pod();
          case "services" -> service();
          case "configmaps" -> List.of(Column.of("Data", each -> size(each, "/data")));
          case "secrets" ->
              List.of(
                  Column.of("Type", each -> text(each, "/type")),
                  Column.of("Data", each -> size(each, "/data")));
          case "namespaces" -> List.of(Column.of("Status", each -> text(each, "/status/phase")));
          case "jobs" -> job(now);
          case "poddisruptionbudgets" -> disruptionBudget();
          case "horizontalpodautoscalers" -> autoscaler();
          default -> List.<Column>of();
        });
    int wide = 1;
    while (wide < columns.size() && !columns.get(wide).wide()) {
      wide++;
    }
    columns.add(wide, Column.of("Age", each -> age(each, "/metadata/creationTimestamp", now)));
    return columns;
  }

  private static List<Column> deployment() {
    return List.of(
        Column.of(
            "Ready",
            each -> number(each, "/status/readyReplicas") + "/" + number(each, "/spec/replicas")),
        Column.of("Up-to-date", each -> number(each, "/status/updatedReplicas")),
        Column.of("Available", each -> number(each, "/status/availableReplicas")),
        Column.wide("Containers", containers("name")),
        Column.wide("Images", containers("image")),
        Column.wide("Selector", each -> labels(each, "/spec/selector/matchLabels")));
  }

  private static List<Column> replicaSet() {
    return List.of(
        Column.of("Desired", each -> number(each, "/spec/replicas")),
        Column.of("Current", each -> number(each, "/status/replicas")),
        Column.of("Ready", each -> number(each, "/status/readyReplicas")),
        Column.wide("Containers", containers("name")),
        Column.wide("Images", containers("image")),
        Column.wide("Selector", each -> labels(each, "/spec/selector/matchLabels")));
  }

  private static List<Column> pod() {
    return List.of(
        Column.of("Ready", Columns::readyContainers),
        Column.of("Status", Columns::podStatus),
        Column.of("Restarts", _ -> "0"),
        Column.wide("IP", each -> orNone(text(each, "/status/podIP"))),
        Column.wide("Node", each -> orNone(text(each, "/spec/nodeName"))),
        Column.wide("Nominated Node", _ -> "<none>"),
        Column.wide("Readiness Gates", _ -> "<none>"));
  }

  private static List<Column> service() {
    return List.of(
        Column.of("Type", each -> text(each, "/spec/type")),
        Column.of("Cluster-IP", each -> orNone(text(each, "/spec/clusterIP"))),
        Column.of("External-IP", _ -> "<none>"),
        Column.of(
            "Port(s)",
            each ->
                joined(
                    each.spec().path("ports"),
                    port -> port.path("port").asText() + "/" + port.path("protocol").asText())),
        Column.wide("Selector", each -> labels(each, "/spec/selector")));
  }

  private static List<Column> job(Instant now) {
    return List.of(
        Column.of("Status", Columns::jobStatus),
        Column.of(
            "Completions",
            each -> number(each, "/status/succeeded") + "/" + number(each, "/spec/completions")),
        Column.of(
            "Duration",
            each -> {
              String end = text(each, "/status/completionTime");
              return age(each, "/status/startTime", end.isEmpty() ? now : Instant.parse(end));
            }),
        Column.wide("Containers", containers("name")),
        Column.wide("Images", containers("image")),
        Column.wide("Selector", each -> labels(each, "/spec/selector/matchLabels")));
  }

  private static List<Column> disruptionBudget() {
    return List.of(
        Column.of("Min Available", each -> orNotGiven(text(each, "/spec/minAvailable"))),
        Column.of("Max Unavailable", each -> orNotGiven(text(each, "/spec/maxUnavailable"))),
        Column.of("Allowed Disruptions", each -> number(each, "/status/disruptionsAllowed")));
  }

  private static List<Column> autoscaler() {
    return List.of(
        Column.of(
            "Reference",
            each ->
                text(each, "/spec/scaleTargetRef/kind")
                    + "/"
                    + text(each, "/spec/scaleTargetRef/name")),
        Column.of("MinPods", each -> number(each, "/spec/minReplicas")),
        Column.of("MaxPods", each -> number(each, "/spec/maxReplicas")),
        Column.of("Replicas", each -> number(each, "/status/currentReplicas")));
  }

  private static String readyContainers(ApiObject pod) {
    int ready = 0;
    for (JsonNode each : pod.status().path("containerStatuses")) {
      ready += each.path("ready").asBoolean() ? 1 : 0;
    }
    return ready + "/" + pod.spec().path("containers").size();
  }

  private static String podStatus(ApiObject pod) {
    if (pod.deleting()) {
      return "Terminating";
    }
    for (JsonNode each : pod.status().path("containerStatuses")) {
      String waiting = each.path("state").path("waiting").path("reason").asText();
      String ended = each.path("state").path("terminated").path("reason").asText();
      if (!waiting.isEmpty() || !ended.isEmpty()) {
        return waiting.isEmpty() ? ended : waiting;
      }
    }
    return text(pod, "/status/phase");
  }

  private static String jobStatus(ApiObject job) {
    for (JsonNode each : job.status().path("conditions")) {
      if (each.path("status").asText().equals("True")) {
        return each.path("type").asText();
      }
    }
    return "Running";
  }

  private static Function<ApiObject, Object> containers(String field) {
    return object ->
        joined(
            object.spec().path("template").path("spec").path("containers"),
            each -> each.path(field).asText());
  }

  private static String joined(JsonNode list, Function<JsonNode, String> text) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(text.apply(each)));
    return texts.isEmpty() ? "<none>" : String.join(",", texts);
  }

  private static String labels(ApiObject object, String pointer) {
    return orNone(
        ApiObject.texts(object.tree().at(pointer)).entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(",")));
  }

  private static String text(ApiObject object, String pointer) {
    return object.tree().at(pointer).asText();
  }

  private static String number(ApiObject object, String pointer) {
    return Integer.toString(object.tree().at(pointer).asInt());
  }

  private static String size(ApiObject object, String pointer) {
    return Integer.toString(object.tree().at(pointer).size());
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "<none>" : text;
  }

  private static String orNotGiven(String text) {
    return text.isEmpty() ? "N/A" : text;
  }

  /** As kubectl shortens it: two units below ten of the larger one, else one. */
  private static String age(ApiObject object, String pointer, Instant now) {
    String since = text(object, pointer);
    if (since.isEmpty()) {
      return "<unknown>";
    }
    Duration age = Duration.between(Instant.parse(since), now);
    if (age.toSeconds() < 120) {
      return Math.max(0, age.toSeconds()) + "s";
    }
    if (age.toMinutes() < 10) {
      return age.toMinutes() + "m" + rest(age.toSecondsPart(), "s");
    }
    if (age.toHours() < 3) {
      return age.toMinutes() + "m";
    }
    if (age.toHours() < 8) {
      return age.toHours() + "h" + rest(age.toMinutesPart(), "m");
    }
    if (age.toHours() < 48) {
      return age.toHours() + "h";
    }
    return age.toDays() < 8
        ? age.toDays() + "d" + rest(age.toHoursPart(), "h")
        : age.toDays() + "d";
  }

  private static String rest(int part, String unit) {
    return part == 0 ? "" : part + unit;
  }
}
