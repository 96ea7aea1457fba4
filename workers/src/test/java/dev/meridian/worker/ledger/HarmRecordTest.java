package dev.meridian.worker.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.bake.Crossing;
import dev.meridian.gate.bake.Evidence;
import dev.meridian.gate.bake.GateEvidence;
import dev.meridian.gate.bake.GateState;
import dev.meridian.gate.sample.SampleCounters;
import dev.meridian.gate.sample.SampleKind;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.ledger.knowledge.Incidents;
import dev.meridian.ledger.knowledge.RecordedIncident;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.pace.Pace;
import dev.meridian.region.RegionCode;
import dev.meridian.region.incident.Incident;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEvent.VerdictGiven;
import dev.meridian.release.ReleaseEvent.RecoveryStarted;
import dev.meridian.worker.Clock;
import dev.meridian.worker.frozen.FrozenExample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HarmRecordTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final RegionCode TOKYO = StartedRelease.TOKYO;
  private static final RegionCode MUMBAI = StartedRelease.MUMBAI;
  private static final RecoveryStarted RECOVERY =
      new RecoveryStarted(RecoveryCause.DEGRADED, "degraded in ap-northeast-1");

  private final Ports ports = Ports.inMemory();
  private final Clock clock = new Clock(new Pace(Instant.now(), NOON, 1));
  private final FrozenExample frozen = FrozenExample.checkout();
  private final Incidents incidents = new Incidents(ports.ledger());
  private final LedgerBookkeeping books =
      new LedgerBookkeeping(
          ports.releaseLedger(),
          ports.releases(),
          frozen,
          StartedRelease.documents(ports),
          new HarmRecord(incidents, ports.releaseLedger(), ports.artifacts(), frozen, clock),
          clock);

  @BeforeEach
  void start() {
    StartedRelease.in(ports, frozen);
  }

  private void verdict(RegionCode region, VerdictCause cause, String evidence) {
    books.record(
        FrozenExample.RELEASE,
        1,
        "verdict/" + region,
        new VerdictGiven(region, 1, cause, evidence, "worse"));
  }

  private String evidence(RegionCode region, VerdictCause cause) {
    GateState crossed =
        new GateState.Value(
            "latency",
            new GateState.Samples(SampleCounters.NONE, SampleKind.NO_DATA, NOON, ""),
            List.of(),
            Optional.of(new Crossing(NOON.plusSeconds(5_400), "slow")));
    GateEvidence gate =
        new GateEvidence("latency", true, List.of(), "slow", new TreeMap<>(), crossed);
    Evidence evidence =
        new Evidence(
            region, cause, "worse", NOON, NOON.plusSeconds(5_400), List.of(gate), List.of());
    return ports.artifacts().store("evidence", MeridianJson.text(evidence));
  }

  private void recovery(RecoveryStarted event) {
    books.record(FrozenExample.RELEASE, 1, "recovery", event);
  }

  private List<RecordedIncident> onRecord() {
    return incidents.list(frozen.service().name(), Optional.empty(), 10);
  }

  @Test
  void recovery_becauseOfAGate_recordsOneIncidentHoweverOftenItIsTried() {
    verdict(TOKYO, VerdictCause.GATE, evidence(TOKYO, VerdictCause.GATE));
    verdict(MUMBAI, VerdictCause.GATE, evidence(MUMBAI, VerdictCause.GATE));

    recovery(RECOVERY);
    recovery(RECOVERY);

    assertThat(onRecord()).hasSize(1);
    RecordedIncident recorded = onRecord().getFirst();
    assertThat(recorded.incident())
        .isEqualTo(
            new Incident(
                TOKYO,
                Incident.Kind.LATENCY,
                Duration.ofMinutes(90),
                NOON.plusSeconds(5_400),
                Incident.Source.GATE,
                Optional.of(frozen.of("ap-northeast-1").revision().id().hash()),
                "worse"));
    assertThat(recorded.release()).contains(FrozenExample.RELEASE);
    assertThat(recorded.actor()).isEqualTo("meridian");
  }

  @Test
  void recovery_beforeAnyVerdictOfAGate_recordsNoIncident() {
    verdict(TOKYO, VerdictCause.DARK, evidence(TOKYO, VerdictCause.DARK));

    recovery(RECOVERY);

    assertThat(onRecord()).isEmpty();
  }

  @Test
  void recovery_askedByAPerson_recordsNoIncident() {
    verdict(TOKYO, VerdictCause.GATE, evidence(TOKYO, VerdictCause.GATE));

    recovery(new RecoveryStarted(RecoveryCause.ABORTED, "wrong build"));

    assertThat(onRecord()).isEmpty();
  }

  @Test
  void recovery_evidenceThatCannotBeRead_goesOnWithoutAnIncident() {
    verdict(TOKYO, VerdictCause.GATE, ports.artifacts().store("evidence", "[]"));

    recovery(RECOVERY);

    assertThat(onRecord()).isEmpty();
    assertThat(ports.releaseLedger().history(FrozenExample.RELEASE))
        .extracting(Recorded::event)
        .contains(RECOVERY);
  }
}
