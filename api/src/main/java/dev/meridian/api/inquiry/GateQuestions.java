package dev.meridian.api.inquiry;

import dev.meridian.document.Problem;
import dev.meridian.gate.GateSpec;
import dev.meridian.region.Presence;
import dev.meridian.service.CheckSpec;
import dev.meridian.service.Placeholders;
import dev.meridian.service.ServiceSpec;
import dev.meridian.workflow.inquiry.Inquiry;
import dev.meridian.workflow.inquiry.InquiryAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The questions that the gates of a service put to one metrics system, and what answers mean. */
final class GateQuestions {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Stands for the length of a load where only the form of a query is asked about. */
  private static final String SOME_WINDOW = "60s";

  /**
   * A text that must parse.
   *
   * @param pointer where it stands in the document
   * @param written as it stands there
   * @param text with the labels of a presence
   */
  private record Query(String pointer, String written, String text) {}

  /**
   * A limit that must be a bucket boundary.
   *
   * @param pointer where the limit stands
   */
  private record Limit(String gate, String pointer, Duration limit, Query histogram) {}

  private final Map<String, String> labels;
  private final List<Query> queries = new ArrayList<>();
  private final List<Limit> limits = new ArrayList<>();

  private GateQuestions(SortedMap<String, String> presence) {
    labels = Map.of("labels", Matching.labels(presence), "window", SOME_WINDOW);
  }

  static GateQuestions of(GateSpec gate, String pointer, SortedMap<String, String> presence) {
    GateQuestions questions = new GateQuestions(presence);
    questions.add(pointer, gate);
    return questions;
  }

  /** Those of every gate, and of what load checks ask. */
  static GateQuestions of(ServiceSpec service, Presence presence) {
    GateQuestions questions = new GateQuestions(presence.metricLabels());
    for (int i = 0; i < service.gates().size(); i++) {
      questions.add("/gates/" + i, service.gates().get(i));
    }
    for (int i = 0; i < service.checks().size(); i++) {
      if (service.checks().get(i) instanceof CheckSpec.Load load) {
        questions.add("/checks/" + i, load);
      }
    }
    return questions;
  }

  private void add(String pointer, CheckSpec.Load load) {
    for (int i = 0; i < load.resources().size(); i++) {
      queries.add(query(pointer + "/resources/" + i + "/query", load.resources().get(i).query()));
    }
  }

  private void add(String pointer, GateSpec gate) {
    switch (gate) {
      case GateSpec.Ratio ratio -> add(pointer, ratio);
      case GateSpec.Value value -> queries.add(query(pointer + "/query", value.query()));
      case GateSpec.Trend trend -> queries.add(query(pointer + "/query", trend.query()));
      case GateSpec.Distribution distribution ->
          queries.add(query(pointer + "/query", distribution.query()));
      case GateSpec.Alarm _ -> {}
    }
  }

  private void add(String pointer, GateSpec.Ratio ratio) {
    switch (ratio.events()) {
      case GateSpec.Events.Counters counters -> {
        queries.add(query(pointer + "/all", counters.all()));
        queries.add(query(pointer + "/bad", counters.bad()));
      }
      case GateSpec.Events.Latency latency ->
          limits.add(
              new Limit(
                  ratio.name(),
                  pointer + "/limit",
                  latency.limit(),
                  query(pointer + "/histogram", latency.histogram())));
    }
  }

  private Query query(String pointer, String written) {
    return new Query(pointer, written, Placeholders.fill(written, labels));
  }

  Inquiry to(String metrics) {
    return to(metrics, List.of());
  }

  /**
   * @param counted expressions whose series are to be counted as well
   */
  Inquiry to(String metrics, List<String> counted) {
    return new Inquiry(
        metrics,
        queries.stream().map(Query::text).toList(),
        limits.stream().map(limit -> limit.histogram().text()).toList(),
        counted);
  }

  /** Every query that cannot be parsed, and every limit between two boundaries. */
  List<Problem> problems(InquiryAnswer answer) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      addUnparsable(problems, queries.get(i), answer.queryProblems().get(i));
    }
    for (int i = 0; i < limits.size(); i++) {
      Limit limit = limits.get(i);
      addUnparsable(problems, limit.histogram(), answer.queryProblems().get(queries.size() + i));
      addNoBoundary(problems, limit, answer.boundaries().get(i));
    }
    return problems;
  }

  private static void addUnparsable(List<Problem> problems, Query query, String said) {
    if (!said.isEmpty()) {
      problems.add(
          new Problem(
              query.pointer(),
              query.written(),
              "cannot be parsed by the metrics system: " + said,
              "Try it in the metrics system's own console, then write it here."));
    }
  }

  private static void addNoBoundary(List<Problem> problems, Limit limit, List<Double> boundaries) {
    List<Duration> known =
        boundaries.stream().filter(Double::isFinite).map(GateQuestions::duration).toList();
    if (!known.isEmpty() && !known.contains(limit.limit())) {
      problems.add(
          new Problem(
              limit.pointer(),
              limit.limit().toString(),
              "is no bucket boundary of the histogram, so that slower requests cannot be counted",
              "Write one of: "
                  + known.stream().map(Duration::toString).collect(Collectors.joining(", "))
                  + "."));
    }
  }

  /** Limits that could not be compared, because nothing reports the histogram yet. */
  List<String> warnings(InquiryAnswer answer) {
    List<String> warnings = new ArrayList<>();
    for (int i = 0; i < limits.size(); i++) {
      boolean parsed = answer.queryProblems().get(queries.size() + i).isEmpty();
      if (parsed && answer.boundaries().get(i).isEmpty()) {
        warnings.add(
            "gate "
                + limits.get(i).gate()
                + ": "
                + limits.get(i).histogram().text()
                + " has no series yet, so its limit could not be compared with its buckets");
      }
    }
    return warnings;
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos(Math.round(seconds * NANOS_PER_SECOND));
  }
}
