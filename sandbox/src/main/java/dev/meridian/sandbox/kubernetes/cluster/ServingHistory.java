package dev.meridian.sandbox.kubernetes.cluster;

import dev.meridian.sandbox.kubernetes.controller.Nodes;
import dev.meridian.sandbox.kubernetes.controller.PodLife;
import dev.meridian.sandbox.world.RunningPods.Running;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which revisions of a service were ready when: folded once from the lives of the pods, then a
 * look-up, because traffic and metrics ask for every sample.
 */
final class ServingHistory {
  /** What is asked for: pods of one app in one namespace. */
  record Subject(String namespace, String app) {}

  /** The answers by the instant from which they hold, as of one version of the pods. */
  private record Folded(long version, NavigableMap<Instant, List<Running>> answers) {}

  /** A pod's time of service. */
  private record Shift(String image, String label, Instant from, Instant to) {
    boolean covers(Instant when) {
      return !from.isAfter(when) && when.isBefore(to);
    }

    String revision() {
      return image + " " + label;
    }
  }

  private final Controllers controllers;
  private final Map<Subject, Folded> folded =
      new TreeMap<>(Comparator.comparing(Subject::namespace).thenComparing(Subject::app));

  ServingHistory(Controllers controllers) {
    this.controllers = controllers;
  }

  /** Ready pods at the instant, by revision; the cluster must have been moved beyond it. */
  List<Running> at(Subject subject, Instant when) {
    return Optional.ofNullable(answers(subject).floorEntry(when))
        .map(Map.Entry::getValue)
        .orElse(List.of());
  }

  /** Instants after {@code from} and up to {@code to} at which the answer changes. */
  List<Instant> changes(Subject subject, Instant from, Instant to) {
    NavigableMap<Instant, List<Running>> answers = answers(subject);
    return from.isBefore(to)
        ? List.copyOf(answers.subMap(from, false, to, true).keySet())
        : List.of();
  }

  private NavigableMap<Instant, List<Running>> answers(Subject subject) {
    Folded known = folded.get(subject);
    if (known == null || known.version() != controllers.version()) {
      known = new Folded(controllers.version(), fold(shifts(subject)));
      folded.put(subject, known);
    }
    return known.answers();
  }

  private List<Shift> shifts(Subject subject) {
    List<Shift> shifts = new ArrayList<>();
    for (PodLife pod : controllers.lives(subject.namespace())) {
      Map<String, String> labels = pod.template().labels();
      Instant end = pod.ending().orElse(Instant.MAX);
      if (subject.app().equals(labels.get("app"))) {
        pod.readyAt()
            .filter(ready -> ready.isBefore(end))
            .ifPresent(ready ->
                shifts.add(
                    new Shift(
                        Nodes.withoutHost(pod.template().image()),
                        labels.getOrDefault("revision", ""),
                        ready,
                        end)));
      }
    }
    return shifts;
  }

  private static NavigableMap<Instant, List<Running>> fold(List<Shift> shifts) {
    TreeSet<Instant> turns = new TreeSet<>();
    shifts.forEach(shift -> {
      turns.add(shift.from());
      turns.add(shift.to());
    });
    NavigableMap<Instant, List<Running>> answers = new TreeMap<>();
    Map<String, Running> before = Map.of();
    for (Instant turn : turns) {
      Map<String, Running> now = running(shifts, before, turn);
      if (!now.equals(before)) {
        answers.put(turn, List.copyOf(now.values()));
      }
      before = now;
    }
    return answers;
  }

  /** A revision that was there before keeps its beginning; one that comes back begins again. */
  private static Map<String, Running> running(
      List<Shift> shifts, Map<String, Running> before, Instant turn) {
    Map<String, Running> now = new TreeMap<>();
    for (Shift shift : shifts) {
      if (shift.covers(turn)) {
        Running known = now.get(shift.revision());
        Instant since =
            Optional.ofNullable(before.get(shift.revision())).map(Running::since).orElse(turn);
        int ready = known == null ? 1 : known.ready() + 1;
        now.put(shift.revision(), new Running(shift.image(), shift.label(), ready, since));
      }
    }
    return now;
  }
}
