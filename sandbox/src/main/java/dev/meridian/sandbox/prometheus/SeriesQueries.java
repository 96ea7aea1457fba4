package dev.meridian.sandbox.prometheus;

import dev.meridian.sandbox.loopback.Answer;
import dev.meridian.sandbox.loopback.Asked;
import dev.meridian.sandbox.series.Labels;
import dev.meridian.sandbox.series.Matcher;
import dev.meridian.sandbox.series.Series;
import dev.meridian.sandbox.series.SeriesSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What there is to ask about: series, label names, label values, metadata. */
final class SeriesQueries {
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final SeriesSource source;

  SeriesQueries(SeriesSource source) {
    this.source = source;
  }

  /** Labels of all series that some {@code match[]} selects and that have samples in the time. */
  Answer series(Asked asked) {
    if (asked.all("match[]").isEmpty()) {
      throw QueryException.badData("no match[] parameter provided");
    }
    return Payload.success(labels(asked).stream().map(Labels::values).toList());
  }

  Answer labelNames(Asked asked) {
    TreeSet<String> names = new TreeSet<>();
    labels(asked).forEach(labels -> names.addAll(labels.values().keySet()));
    return Payload.success(names);
  }

  Answer labelValues(String name, Asked asked) {
    TreeSet<String> values = new TreeSet<>();
    labels(asked).forEach(labels -> values.add(labels.get(name)));
    values.remove("");
    return Payload.success(values);
  }

  Answer metadata() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("http_requests_total", metadata("counter", "Requests answered."));
    all.put("http_request_duration_seconds", metadata("histogram", "Time from request to answer."));
    all.put("process_cpu_seconds_total", metadata("counter", "Processor time used."));
    all.put("process_resident_memory_bytes", metadata("gauge", "Resident memory."));
    all.put("up", metadata("gauge", "Whether the last scrape found the service."));
    return Payload.success(all);
  }

  private static List<Object> metadata(String type, String help) {
    return List.of(Map.of("type", type, "help", help, "unit", ""));
  }

  private Set<Labels> labels(Asked asked) {
    Parameters parameters = new Parameters(asked);
    long from = parameters.time("start", Instant.EPOCH);
    long to = parameters.time("end", LATEST);
    Set<Labels> found = new LinkedHashSet<>();
    for (List<Matcher> conditions : conditions(asked)) {
      for (Series series : source.select(conditions)) {
        if (!series.between(from, to).isEmpty()) {
          found.add(series.labels());
        }
      }
    }
    return found;
  }

  private static List<List<Matcher>> conditions(Asked asked) {
    List<List<Matcher>> conditions = new ArrayList<>();
    for (String match : asked.all("match[]")) {
      if (Parser.read(match) instanceof Expression.Selector selector
          && selector.range().isEmpty()) {
        conditions.add(selector.conditions());
      } else {
        throw QueryException.badData("match[] should be a selector: " + match);
      }
    }
    return conditions.isEmpty() ? List.of(List.of()) : conditions;
  }
}
