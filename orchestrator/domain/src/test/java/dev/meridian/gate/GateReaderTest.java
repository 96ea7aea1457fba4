package dev.meridian.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import dev.meridian.document.Value;
import dev.meridian.region.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class GateReaderTest {
  static Reading<List<GateSpec>> read(List<?> gates) {
    DocumentReader document = DocumentReader.of(Map.of("gates", gates));
    Value<List<GateSpec>> list = document.required("gates").list(GateReader::read);
    return document.reading(document.build(list::get));
  }

  static List<GateSpec> valid(Reading<List<GateSpec>> reading) {
    return switch (reading) {
      case Reading.Valid<List<GateSpec>>(List<GateSpec> gates) -> gates;
      case Reading.Invalid<List<GateSpec>>(List<Problem> problems) ->
          throw new AssertionError(problems);
    };
  }

  static List<Problem> problems(Reading<List<GateSpec>> reading) {
    return switch (reading) {
      case Reading.Valid<List<GateSpec>>(List<GateSpec> gates) -> throw new AssertionError(gates);
      case Reading.Invalid<List<GateSpec>>(List<Problem> problems) -> problems;
    };
  }

  private static List<?> listOf(@Nullable Object tree) {
    return tree instanceof List<?> list ? list : List.of();
  }

  static Map<String, Object> gate(String yaml) {
    return new Yaml().load(yaml);
  }

  private static Map<String, Object> errors() {
    return gate(
        """
        name: errors
        kind: ratio
        all: http_requests_total{${labels}}
        bad: http_requests_total{${labels},code=~"5.."}
        ceiling: 0.01
        """);
  }

  static Map<String, Object> with(Map<String, Object> gate, String field, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(gate);
    changed.put(field, value);
    return changed;
  }

  private static Map<String, Object> without(Map<String, Object> gate, String field) {
    Map<String, Object> changed = new LinkedHashMap<>(gate);
    changed.remove(field);
    return changed;
  }

  @Test
  void read_exampleService_givesItsGates() throws IOException {
    Path example = Path.of(System.getProperty("house.root"), "docs/examples/checkout.yaml");
    Map<String, Object> service = new Yaml().load(Files.readString(example));

    List<GateSpec> gates = valid(read(listOf(service.get("gates"))));

    assertThat(gates).containsExactlyElementsOf(exampleGates());
    assertThat(gates)
        .flatExtracting(GateSpec::queries)
        .contains("http_request_duration_seconds{${labels}}")
        .hasSize(5);
  }

  private static List<GateSpec> exampleGates() {
    return List.of(
        new GateSpec.Ratio(
            "errors",
            true,
            new GateSpec.Events.Counters(
                "http_requests_total{${labels}}", "http_requests_total{${labels},code=~\"5..\"}"),
            Share.ofFraction(0.01),
            true,
            Duration.ofSeconds(15),
            Share.ofFraction(0.5)),
        new GateSpec.Ratio(
            "latency",
            true,
            new GateSpec.Events.Latency(
                "http_request_duration_seconds{${labels}}", Duration.ofMillis(300)),
            Share.ofFraction(0.05),
            true,
            Duration.ofSeconds(15),
            Share.ofFraction(0.5)),
        new GateSpec.Trend(
            "memory",
            true,
            "max(process_resident_memory_bytes{${labels}})",
            536870912,
            Duration.ofHours(12),
            Duration.ofSeconds(15),
            Share.ofFraction(0.5)),
        new GateSpec.Value(
            "cpu",
            true,
            "avg(rate(process_cpu_seconds_total{${labels}}[5m]))",
            0.9,
            Optional.of(2.0),
            8,
            12,
            Duration.ofSeconds(15),
            Share.ofFraction(0.5)),
        alarm("baskets", "BasketsEmpty", GateSpec.Effect.ROLL_BACK));
  }

  private static GateSpec.Alarm alarm(String name, String alert, GateSpec.Effect effect) {
    return new GateSpec.Alarm(
        name, true, alert, new TreeMap<>(), effect, Duration.ofSeconds(15), Share.ofFraction(0.5));
  }

  @Test
  void read_everythingSaid_isTaken() {
    Map<String, Object> gate =
        with(
            with(with(with(errors(), "critical", false), "control", false), "interval", "PT1M"),
            "minimumGood",
            0.9);

    assertThat(valid(read(List.of(gate))))
        .singleElement()
        .satisfies(spec -> {
          assertThat(spec.critical()).isFalse();
          assertThat(spec.interval()).isEqualTo(Duration.ofMinutes(1));
          assertThat(spec.minimumGood()).isEqualTo(Share.ofFraction(0.9));
          assertThat(((GateSpec.Ratio) spec).control()).isFalse();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "ratio, ceiling",
    "value, max",
    "trend, limit",
    "trend, horizon",
    "value, bad",
    "value, of",
    "ratio, name",
    "ratio, bad",
    "alarm, alert",
    "distribution, query",
    "distribution, least",
  })
  void read_gateWithoutWhatItNeeds_isRefusedByName(String kind, String field) {
    Map<String, Object> gate =
        switch (kind) {
          case "ratio" -> errors();
          case "alarm" -> gate("{name: basket, kind: alarm, alert: BasketEmpty}");
          case "distribution" ->
              gate("{name: queue, kind: distribution, query: 'up{${labels}}', least: 0.7}");
          case "value" ->
              gate("{name: cpu, kind: value, query: 'up{${labels}}', max: 1, bad: 3, of: 5}");
          default ->
              gate("{name: leak, kind: trend, query: 'up{${labels}}', limit: 1, horizon: PT1H}");
        };

    assertThat(problems(read(List.of(without(gate, field)))))
        .extracting(Problem::pointer)
        .containsExactly("/gates/0/" + field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "all|http_requests_total",
        "all|http_requests_total{code=\"200\"}",
        "bad|rate(http_requests_total{${labels}}[5m])",
        "bad|sum(http_requests_total{${labels}})",
        "ceiling|0",
        "ceiling|0.6",
        "interval|PT7S",
        "interval|PT0S",
        "interval|PT10M",
        "minimumGood|0",
        "name|Errors!",
        "kind|histogram",
        "limitt|3",
      })
  void read_unusableValue_isRefusedWhereItStands(String field, String written) {
    Object value = new Yaml().load(written.startsWith("0") ? written : "'" + written + "'");

    List<Problem> problems = problems(read(List.of(with(errors(), field, value))));

    assertThat(problems).extracting(Problem::pointer).containsExactly("/gates/0/" + field);
    assertThat(problems).extracting(Problem::remedy).doesNotContain("");
  }

  @Test
  void read_alarm_holdsUnlessItSaysOtherwise() {
    Map<String, Object> alarm =
        gate("{name: basket, kind: alarm, alert: BasketEmpty, labels: {severity: page}}");

    assertThat(valid(read(List.of(alarm))))
        .containsExactly(
            new GateSpec.Alarm(
                "basket",
                true,
                "BasketEmpty",
                new TreeMap<>(Map.of("severity", "page")),
                GateSpec.Effect.HOLD,
                Duration.ofSeconds(15),
                Share.ofFraction(0.5)));
    assertThat(valid(read(List.of(with(alarm, "effect", "roll-back")))))
        .extracting(GateSpec::critical)
        .containsExactly(true);
    assertThat(valid(read(List.of(with(alarm, "effect", "note")))))
        .extracting(GateSpec::critical)
        .containsExactly(false);
  }

  @Test
  void read_alarmThatCannotBe_isRefusedWhereItStands() {
    Map<String, Object> alarm =
        gate("{name: basket, kind: alarm, alert: A, labels: {alertname: B}, effect: rollback}");

    assertThat(problems(read(List.of(alarm))))
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder("/gates/0/labels", "/gates/0/effect");
  }

  @Test
  void read_selectorWithBracesInQuotes_isASelector() {
    Map<String, Object> gate = with(errors(), "bad", "hits{${labels},path=~\"/a{2}\\\"}\"}");

    assertThat(valid(read(List.of(gate)))).hasSize(1);
  }

  @Test
  void read_histogramWithSuffix_isRefused() {
    Map<String, Object> gate =
        gate(
            "{name: slow, kind: ratio, histogram: 'h_bucket{${labels}}', limit: PT1S,"
                + " ceiling: 0.05}");

    assertThat(problems(read(List.of(gate))))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("without _bucket"));
  }

  @Test
  void read_countersAndHistogramAtOnce_isRefusedAsAWhole() {
    assertThat(problems(read(List.of(with(errors(), "histogram", "h{${labels}}")))))
        .extracting(Problem::pointer)
        .containsExactly("/gates/0");
    assertThat(problems(read(List.of(without(without(errors(), "all"), "bad")))))
        .extracting(Problem::message)
        .containsExactly("does not say what it counts");
  }

  @Test
  void read_valueGate_failsOnAnInstantInsideItsWindow() {
    Map<String, Object> gate =
        gate("{name: cpu, kind: value, query: 'up', max: 1, bad: 6, of: 5, maxOverIncumbent: 0.5}");

    assertThat(problems(read(List.of(gate))))
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder("/gates/0/query", "/gates/0/bad", "/gates/0/maxOverIncumbent");
  }
}
