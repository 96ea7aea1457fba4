package dev.meridian.gate.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yaml.snakeyaml.Yaml;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class AlertsReaderTest {
  /** As Alertmanager 0.27 sends it. */
  private static final String POST =
      """
      receiver: meridian
      status: firing
      alerts:
        - status: firing
          labels: {alertname: BasketEmpty, region: eu-central-1, severity: page}
          annotations: {summary: no baskets, runbook_url: "https://wiki/baskets"}
          startsAt: "2026-03-01T12:00:00.123456789Z"
          endsAt: "0001-01-01T00:00:00Z"
          generatorURL: "http://prometheus/graph"
          fingerprint: c4c1d2a1f7a5b6e0
        - status: resolved
          labels: {alertname: BasketEmpty, region: ap-south-1}
          startsAt: "2026-03-01T13:00:00+01:00"
          endsAt: "2026-03-01T12:10:00Z"
          fingerprint: aa00
      groupLabels: {alertname: BasketEmpty}
      commonLabels: {}
      commonAnnotations: {}
      externalURL: "http://alertmanager"
      version: "4"
      groupKey: "{}:{alertname=\\"BasketEmpty\\"}"
      truncatedAlerts: 0
      """;

  private static Reading<List<AlertNotice>> read(String yaml) {
    return AlertsReader.read(new Yaml().load(yaml));
  }

  private static List<Problem> problems(String yaml) {
    return switch (read(yaml)) {
      case Reading.Valid<List<AlertNotice>>(var notices) -> throw new AssertionError(notices);
      case Reading.Invalid<List<AlertNotice>>(List<Problem> problems) -> problems;
    };
  }

  @Test
  void read_whatAlertmanagerSends_givesItsAlerts() {
    assertThat(read(POST))
        .isEqualTo(
            new Reading.Valid<>(
                List.of(
                    new AlertNotice(
                        true,
                        "c4c1d2a1f7a5b6e0",
                        Instant.parse("2026-03-01T12:00:00.123456Z"),
                        new TreeMap<>(
                            Map.of(
                                "alertname",
                                "BasketEmpty",
                                "region",
                                "eu-central-1",
                                "severity",
                                "page")),
                        "no baskets"),
                    new AlertNotice(
                        false,
                        "aa00",
                        Instant.parse("2026-03-01T12:00:00Z"),
                        new TreeMap<>(Map.of("alertname", "BasketEmpty", "region", "ap-south-1")),
                        ""))));
  }

  @Test
  void read_severalFaults_namesEachWhereItStands() {
    assertThat(
            problems(
                """
                version: "5"
                alerts:
                  - {status: burning, labels: {region: x}, startsAt: noon, fingerprint: ""}
                  - {labels: {alertname: A}, startsAt: "2026-03-01T12:00:00Z", fingerprint: f}
                """))
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder(
            "/version",
            "/alerts/0/status",
            "/alerts/0/labels",
            "/alerts/0/startsAt",
            "/alerts/0/fingerprint",
            "/alerts/1/status");
    assertThat(problems("receiver: meridian"))
        .extracting(Problem::pointer)
        .containsExactly("/alerts");
  }

  @Test
  void read_labelsWithoutBounds_areRefused() {
    assertThat(
            problems(
                "alerts: [{status: firing, fingerprint: f, startsAt: '2026-03-01T12:00:00Z',"
                    + " labels: {alertname: "
                    + "x".repeat(1_001)
                    + "}}]"))
        .extracting(Problem::pointer)
        .containsExactly("/alerts/0/labels");
  }

  @Test
  void alert_firesFromWhenItWasHeardUntilItsEndWasHeard() {
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    Alert alert =
        new Alert(
            "f",
            noon.minusSeconds(60),
            new TreeMap<>(Map.of("alertname", "A", "region", "x")),
            "",
            noon,
            Optional.of(noon.plusSeconds(10)));

    assertThat(alert.firing(noon.minusSeconds(1))).isFalse();
    assertThat(alert.firing(noon)).isTrue();
    assertThat(alert.firing(noon.plusSeconds(9))).isTrue();
    assertThat(alert.firing(noon.plusSeconds(10))).isFalse();
    assertThat(alert.carries(Map.of("region", "x"))).isTrue();
    assertThat(alert.carries(Map.of("region", "y"))).isFalse();
    assertThat(alert.carries(Map.of("service", "x"))).isFalse();
  }
}
