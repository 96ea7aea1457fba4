package dev.meridian.sandbox.prometheus;

import dev.meridian.sandbox.loopback.Answer;
import dev.meridian.sandbox.series.Labels;
import dev.meridian.sandbox.series.Point;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers in the shape of Prometheus' HTTP API. */
final class Payload {
  private Payload() {}

  static Answer success(Object data) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("status", "success");
    tree.put("data", data);
    return Answer.json(200, tree);
  }

  static Answer error(QueryException e) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("status", "error");
    tree.put("errorType", e.type().label());
    tree.put("error", String.valueOf(e.getMessage()));
    return Answer.json(e.type().status(), tree);
  }

  /** The value of an instant query, at that instant. */
  static Answer of(Value value, long instant) {
    return switch (value) {
      case Value.Scalar scalar -> result("scalar", pair(instant, Numbers.print(scalar.value())));
      case Value.Text text -> result("string", pair(instant, text.value()));
      case Value.Vector vector ->
          result(
              "vector",
              vector.samples().stream()
                  .map(sample ->
                      entry(sample.labels(), "value", pair(instant, Numbers.print(sample.value()))))
                  .toList());
      case Value.Matrix matrix ->
          result(
              "matrix",
              matrix.lines().stream()
                  .map(line -> entry(line.labels(), "values", points(line.points())))
                  .toList());
    };
  }

  private static Answer result(String type, Object result) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("resultType", type);
    data.put("result", result);
    return success(data);
  }

  private static Map<String, Object> entry(Labels labels, String name, Object value) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("metric", labels.values());
    entry.put(name, value);
    return entry;
  }

  private static List<Object> points(List<Point> points) {
    return points.stream()
        .<Object>map(point -> pair(point.at(), Numbers.print(point.value())))
        .toList();
  }

  private static List<Object> pair(long instant, String value) {
    return List.of(seconds(instant), value);
  }

  private static Object seconds(long millis) {
    return millis % 1000 == 0 ? (Object) (millis / 1000) : BigDecimal.valueOf(millis, 3);
  }
}
