package dev.meridian.worker.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.ledger.knowledge.Incidents;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.pace.Pace;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.worker.Clock;
import dev.meridian.worker.frozen.FrozenExample;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LedgerBookkeepingTest {
  private static final ReleaseEvent END =
      new ReleaseEvent.ReleaseEnded(ReleaseOutcome.STOPPED, "enough");

  private final Ports ports = Ports.inMemory();
  private final FrozenExample frozen = FrozenExample.checkout();
  private final Clock clock = new Clock(new Pace(Instant.now(), Instant.EPOCH, 1));
  private final LedgerBookkeeping books =
      new LedgerBookkeeping(
          ports.releaseLedger(),
          ports.releases(),
          frozen,
          StartedRelease.documents(ports),
          new HarmRecord(
              new Incidents(ports.ledger()),
              ports.releaseLedger(),
              ports.artifacts(),
              frozen,
              clock),
          clock);

  private void record(String key, ReleaseEvent event) {
    books.record(FrozenExample.RELEASE, 1, key, event);
  }

  @Test
  void record_afterTheEnd_takesPagesAndRepetitionsButNoOtherDecision() {
    StartedRelease.in(ports, frozen);
    record("stop", new ReleaseEvent.StopRequested("ada", "enough"));
    record("end", END);

    assertThatThrownBy(() ->
            record(
                "recovery",
                new ReleaseEvent.RecoveryStarted(RecoveryCause.DEGRADED, "late verdict")))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> assertThat(failure.getType()).isEqualTo(FailureCode.OUTDATED.name()));
    assertThatCode(() -> record("end", END)).doesNotThrowAnyException();
    assertThatCode(() -> record("page", new ReleaseEvent.Paged("a slow pager")))
        .doesNotThrowAnyException();
    assertThat(ports.releaseLedger().history(FrozenExample.RELEASE))
        .extracting(entry -> entry.event().getClass().getSimpleName())
        .containsExactly("ReleaseStarted", "StopRequested", "ReleaseEnded", "Paged");
  }

  @Test
  void record_goingOn_isRefusedWhenHarmWasFoundMeanwhile() {
    StartedRelease.in(ports, frozen);
    RegionCode tokyo = StartedRelease.TOKYO;
    record("w1", new ReleaseEvent.WaveStarted(1, List.of(tokyo), "it begins"));
    record("verdict", new RegionEvent.VerdictGiven(tokyo, 1, VerdictCause.PROVEN, "e", "well"));
    record("r1", new RegionEvent.RegionEnded(tokyo, 1, RegionEnd.PASSED, "well"));
    record("late", new RegionEvent.VerdictGiven(tokyo, 1, VerdictCause.GATE, "e", "worse"));

    assertThatThrownBy(() -> record("p1", new ReleaseEvent.WavePassed(1, "all passed")))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> assertThat(failure.getType()).isEqualTo(FailureCode.OUTDATED.name()));
    assertThat(ports.releaseLedger().find("p1")).isEmpty();
  }
}
