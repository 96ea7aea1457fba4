package dev.meridian.worker.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.failure.FailureCode;
import dev.meridian.gate.sample.RawSeries;
import dev.meridian.gate.sample.RawSeries.RawSample;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the JSON that Prometheus answers with. */
final class PrometheusAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;
  private static final int LONGEST_QUOTE = 300;

  private PrometheusAnswer() {}

  /** The data of a success; anything else is a refusal with what was said. */
  static JsonNode data(int status, byte[] body) {
    JsonNode answer;
    try {
      answer = JSON.readTree(body);
    } catch (IOException e) {
      throw refused("answered " + status + " with something that is no JSON");
    }
    if (status == OK && answer.path("status").asText().equals("success")) {
      return answer.path("data");
    }
    String said = answer.path("error").asText("answered " + status);
    throw refused(said.length() > LONGEST_QUOTE ? said.substring(0, LONGEST_QUOTE) + "…" : said);
  }

  /** A matrix, or a vector as series of one sample. */
  static List<RawSeries> series(JsonNode data) {
    String type = data.path("resultType").asText();
    if (!type.equals("matrix") && !type.equals("vector")) {
      throw refused("answered with a " + type + " where series were asked for");
    }
    List<RawSeries> all = new ArrayList<>();
    for (JsonNode each : data.path("result")) {
      List<RawSample> samples = new ArrayList<>();
      if (each.has("value")) {
        samples.add(sample(each.path("value")));
      }
      each.path("values").forEach(pair -> samples.add(sample(pair)));
      all.add(new RawSeries(labels(each.path("metric")), samples));
    }
    return all;
  }

  private static RawSample sample(JsonNode pair) {
    BigDecimal millis = pair.path(0).decimalValue().movePointRight(3);
    return new RawSample(Instant.ofEpochMilli(millis.longValue()), number(pair.path(1).asText()));
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> parsed(text);
    };
  }

  private static double parsed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw refused("answered with the value \"" + text + "\"");
    }
  }

  private static SortedMap<String, String> labels(JsonNode metric) {
    SortedMap<String, String> labels = new TreeMap<>();
    metric.properties().forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
    return labels;
  }

  private static MetricsException refused(String sentence) {
    return new MetricsException(FailureCode.METRICS_REFUSED, sentence);
  }
}
