package dev.meridian.gate.bake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import dev.meridian.region.incident.Incident;
import dev.meridian.region.incident.Incident.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class HarmFoundTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final RegionCode TOKYO = new RegionCode("ap-northeast-1");
  private static final String REVISION = "ab".repeat(32);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Share HALF = Share.ofFraction(0.5);
  private static final List<GateSpec> GATES =
      List.of(
          ratio("errors", new GateSpec.Events.Counters("all", "bad")),
          ratio("latency", new GateSpec.Events.Latency("seconds", Duration.ofMillis(250))),
          new GateSpec.Value("cpu", true, "cpu", 1, Optional.empty(), 3, 5, MINUTE, HALF),
          new GateSpec.Trend("memory", true, "heap", 1, MINUTE, MINUTE, HALF));

  private static GateSpec ratio(String name, GateSpec.Events events) {
    return new GateSpec.Ratio(name, true, events, HALF, true, MINUTE, HALF);
  }

  private static GateEvidence gate(String name, boolean critical, Optional<Integer> crossed) {
    return new GateEvidence(
        name,
        critical,
        List.of(),
        "as it is",
        new TreeMap<>(),
        new GateState.Value(
            name,
            GateState.Samples.none(NOON),
            List.of(),
            crossed.map(minute -> new Crossing(NOON.plus(MINUTE.multipliedBy(minute)), "bad"))));
  }

  private static Optional<Incident> harm(VerdictCause cause, GateEvidence... gates) {
    Evidence evidence =
        new Evidence(
            TOKYO, cause, "worse", NOON, NOON.plusSeconds(3_600), List.of(gates), List.of());
    return HarmFound.in(evidence, GATES, REVISION);
  }

  @Test
  void harm_ofSeveralGates_isThatOfTheCriticalOneThatWasCrossedFirst() {
    assertThat(
            harm(
                VerdictCause.GATE,
                gate("errors", true, Optional.of(40)),
                gate("cpu", false, Optional.of(10)),
                gate("memory", true, Optional.of(30)),
                gate("latency", true, Optional.empty())))
        .contains(
            new Incident(
                TOKYO,
                Kind.LEAK,
                Duration.ofMinutes(30),
                NOON.plus(Duration.ofMinutes(30)),
                Incident.Source.GATE,
                Optional.of(REVISION),
                "worse"));
  }

  @ParameterizedTest
  @CsvSource({
    "errors,  ERRORS",
    "latency, LATENCY",
    "cpu,     ERRORS",
    "memory,  LEAK",
    "unheard, ERRORS"
  })
  void harm_ofOneGate_isClassedByWhatTheGateMeasures(String name, Kind kind) {
    assertThat(harm(VerdictCause.GATE, gate(name, true, Optional.of(5))).map(Incident::kind))
        .contains(kind);
  }

  @Test
  void harm_verdictOfNoGate_isNoIncident() {
    assertThat(harm(VerdictCause.DARK, gate("errors", true, Optional.of(5)))).isEmpty();
    assertThat(harm(VerdictCause.GATE, gate("errors", true, Optional.empty()))).isEmpty();
  }
}
