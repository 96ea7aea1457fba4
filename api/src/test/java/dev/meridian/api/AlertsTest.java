package dev.meridian.api;

import static dev.meridian.api.DocumentsTest.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.gate.alarm.AlertNotice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AlertsTest {
  private static final String ALERTS = "/api/v1/alerts";

  private final TestApi api = new TestApi();
  private final Rest rest = api.rest();

  @AfterEach
  void close() {
    api.close();
  }

  private static String alert(String status, String fingerprint) {
    return """
    {"status": "%s", "labels": {"alertname": "BasketEmpty", "region": "eu-central-1"},
     "annotations": {"summary": "no baskets"}, "startsAt": "2026-03-02T11:59:30Z",
     "endsAt": "0001-01-01T00:00:00Z", "generatorURL": "http://p", "fingerprint": "%s"}\
    """
        .formatted(status, fingerprint);
  }

  private static String post(String... alerts) {
    return """
    {"version": "4", "receiver": "meridian", "status": "firing", "truncatedAlerts": 0,
     "groupLabels": {}, "commonLabels": {}, "commonAnnotations": {}, "alerts": [%s]}\
    """
        .formatted(String.join(",", alerts));
  }

  @Test
  void tell_whatAlertmanagerSends_isListedOnceUntilItHasEnded() {
    assertThat(rest.post(ALERTS, post(alert("firing", "a"))).json().path("begun").asInt()).isOne();
    assertThat(rest.post(ALERTS, post(alert("firing", "a"))).json().path("repeated").asInt())
        .isOne();
    JsonNode listed = rest.get(ALERTS).json().path("alerts");
    assertThat(listed).hasSize(1);
    assertThat(listed.at("/0/name").asText()).isEqualTo("BasketEmpty");
    assertThat(listed.at("/0/summary").asText()).isEqualTo("no baskets");
    assertThat(listed.at("/0/endedAt").isNull()).isTrue();

    assertThat(rest.post(ALERTS, post(alert("resolved", "a"))).json().path("ended").asInt())
        .isOne();

    assertThat(rest.get(ALERTS).json().at("/alerts/0/endedAt").asText())
        .startsWith("2026-03-02T12");
  }

  @Test
  void tell_faultyBody_namesEveryFaultAndTakesNothing() {
    Rest.Answer answer =
        rest.post(ALERTS, post(alert("burning", ""), alert("firing", "a"), "{\"labels\": {}}"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(pointers(answer))
        .containsOnlyKeys(
            "/alerts/0/status",
            "/alerts/0/fingerprint",
            "/alerts/2/status",
            "/alerts/2/labels",
            "/alerts/2/startsAt",
            "/alerts/2/fingerprint");
    assertThat(rest.get(ALERTS).json().path("alerts")).isEmpty();
  }

  @Test
  void tell_moreThanAThousandAtOnce_isTooLarge() {
    String[] many =
        IntStream.rangeClosed(0, 1_000)
            .mapToObj(i -> alert("firing", "f" + i))
            .toArray(String[]::new);

    Rest.Answer answer = rest.post(ALERTS, post(many));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.detail()).contains("max_alerts");
    assertThat(rest.get(ALERTS).json().path("alerts")).isEmpty();
  }

  @Test
  void tell_whileAsManyFireAsAreKept_isToldToComeAgain() {
    List<AlertNotice> most =
        IntStream.range(0, 10_000)
            .mapToObj(i ->
                new AlertNotice(
                    true, "f" + i, TestApi.NOON, new TreeMap<>(Map.of("alertname", "A")), ""))
            .collect(Collectors.toList());
    api.ports().alerts().take(most, TestApi.NOON, 10_000);

    Rest.Answer answer = rest.post(ALERTS, post(alert("firing", "a")));

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.problem()).isEqualTo("too-many-alerts");
    assertThat(answer.header("Retry-After")).isEqualTo("5");
  }

  @Test
  void tell_withoutToken_isRefused() {
    assertThat(api.restAs(Optional.empty()).post(ALERTS, post(alert("firing", "a"))).status())
        .isEqualTo(401);
  }
}
