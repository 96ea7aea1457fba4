package dev.meridian.api.inquiry;

import dev.meridian.document.Problem;
import dev.meridian.gate.GateSpec;
import dev.meridian.region.Presence;
import dev.meridian.service.Placeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether each expression of the gates yields exactly one number in every region of one metrics
 * system, as the incumbent runs now. Where nothing of the service reports, nothing can be said: it
 * is a first release there, or a new region.
 */
final class SeriesQuestions {
  private static final int MOST_NAMED = 3;

  /**
   * An expression of a gate.
   *
   * @param pointer where it stands in the document
   */
  private record Expression(String pointer, String written) {}

  private final List<Expression> expressions = new ArrayList<>();
  private final List<Presence> presences;
  private String users = "";

  SeriesQuestions(List<GateSpec> gates, List<Presence> presences) {
    this.presences = presences;
    for (int i = 0; i < gates.size(); i++) {
      switch (gates.get(i)) {
        case GateSpec.Ratio ratio -> users = users.isEmpty() ? requests(ratio) : users;
        case GateSpec.Value value -> add(i, value.query());
        case GateSpec.Trend trend -> add(i, trend.query());
        case GateSpec.Distribution distribution -> add(i, distribution.query());
        case GateSpec.Alarm _ -> {}
      }
    }
  }

  private void add(int gate, String query) {
    expressions.add(new Expression("/gates/" + gate + "/query", query));
  }

  private static String requests(GateSpec.Ratio ratio) {
    return switch (ratio.events()) {
      case GateSpec.Events.Counters counters -> counters.all();
      case GateSpec.Events.Latency latency -> latency.histogram().replaceFirst("\\{", "_count{");
    };
  }

  /** What is counted: of each region the users' requests, then each expression. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Presence presence : expressions.isEmpty() ? List.<Presence>of() : presences) {
      Map<String, String> labels = Map.of("labels", Matching.labels(presence.metricLabels()));
      texts.add(Placeholders.fill(users, labels));
      expressions.forEach(each -> texts.add(Placeholders.fill(each.written(), labels)));
    }
    return texts;
  }

  /**
   * @param series how many each text yields; empty when they were not counted
   */
  MetricsFindings findings(List<Integer> series) {
    List<String> silent = new ArrayList<>();
    SortedMap<Integer, List<String>> none = new TreeMap<>();
    SortedMap<Integer, List<String>> several = new TreeMap<>();
    int each = expressions.size() + 1;
    for (int p = 0; p < series.size() / each; p++) {
      String region = presences.get(p).region().value();
      boolean reports = series.get(p * each) > 0;
      if (!reports) {
        silent.add(region);
      }
      for (int e = 0; e < expressions.size(); e++) {
        int found = series.get(p * each + 1 + e);
        if (found > 1) {
          several.computeIfAbsent(e, _ -> new ArrayList<>()).add(region + " (" + found + ")");
        } else if (found == 0 && reports) {
          none.computeIfAbsent(e, _ -> new ArrayList<>()).add(region);
        }
      }
    }
    return new MetricsFindings(problems(none, several), warnings(silent));
  }

  private List<Problem> problems(
      SortedMap<Integer, List<String>> none, SortedMap<Integer, List<String>> several) {
    List<Problem> problems = new ArrayList<>();
    none.forEach((e, regions) ->
        problems.add(
            problem(
                e,
                "yields nothing in " + some(regions) + ", where the service reports",
                "Correct the selector: without data a gate is never good.")));
    several.forEach((e, regions) ->
        problems.add(
            problem(
                e,
                "yields several series in " + some(regions) + ", where one number is needed",
                "Aggregate it, for example with max(...) or sum(...).")));
    return problems;
  }

  private Problem problem(int expression, String message, String remedy) {
    Expression it = expressions.get(expression);
    return new Problem(it.pointer(), it.written(), message, remedy);
  }

  private static List<String> warnings(List<String> silent) {
    return silent.isEmpty()
        ? List.of()
        : List.of(
            "nothing of the service reports in "
                + some(silent)
                + ": a first release there, or a new region; its gates could not be tried");
  }

  private static String some(List<String> regions) {
    String named = regions.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    int more = regions.size() - MOST_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
