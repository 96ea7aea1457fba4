package dev.meridian.simulation;

import static dev.meridian.simulation.Told.CANARY;
import static dev.meridian.simulation.Told.FOURTH;
import static dev.meridian.simulation.Told.SECOND;
import static dev.meridian.simulation.Told.THIRD;
import static dev.meridian.simulation.Told.broken;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.release.PauseCause;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.Trouble;
import dev.meridian.release.decision.ReleaseStep;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every way to take a release back in the wrong order is refused, and the right one is not. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class OrderLawsTest {
  private final Told told = new Told();

  private void bringBack() {
    told.chosen(new ReleaseStep.BringBack(SECOND, "because"));
  }

  @Test
  void recovery_inTheRightOrder_breaksNothing() {
    told.recovering();
    assertThatCode(
            () -> {
              told.restore(FOURTH);
              told.restored(FOURTH);
              told.restore(THIRD);
              told.restored(THIRD);
              told.restore(SECOND, CANARY);
              told.restored(SECOND);
              told.restored(CANARY);
              told.over(ReleaseOutcome.ROLLED_BACK);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void healthyRegion_beforeAHarmedOne_isRefused() {
    told.recovering();
    broken("order", () -> told.restore(THIRD));
    broken("order", () -> told.restore(FOURTH, THIRD));
  }

  @Test
  void harmedRegions_oneByOne_areRefused() {
    told.recovering();
    told.verdict(SECOND, VerdictCause.GATE);
    broken("order", () -> told.restore(FOURTH));
    assertThatCode(() -> told.restore(SECOND, FOURTH)).doesNotThrowAnyException();
  }

  @Test
  void severalHealthyRegions_withoutProof_areRefused() {
    told.recovering();
    told.restored(FOURTH);
    broken("order", () -> told.restore(THIRD, SECOND));
  }

  @Test
  void olderRegion_beforeANewerOne_isRefused() {
    told.recovering();
    told.restored(FOURTH);
    broken("order", () -> told.restore(CANARY));
    told.restored(THIRD);
    broken("order", () -> told.restore(CANARY, SECOND));
  }

  @Test
  void batch_aboveTheShare_isRefused() {
    told.allPassed();
    told.say(new ReleaseEvent.AbortRequested("person", "because"));
    told.say(new ReleaseEvent.RecoveryStarted(RecoveryCause.ABORTED, "because"));
    told.restored(FOURTH);
    broken("order", () -> told.restore(THIRD, SECOND, CANARY));
    assertThatCode(() -> told.restore(THIRD, SECOND)).doesNotThrowAnyException();
  }

  @Test
  void batch_withTwoOfOneFailureDomain_isRefused() {
    told.allPassed();
    told.say(new ReleaseEvent.AbortRequested("person", "because"));
    told.say(new ReleaseEvent.RecoveryStarted(RecoveryCause.ABORTED, "because"));
    told.restored(THIRD);
    broken("order", () -> told.restore(FOURTH, SECOND));
  }

  @Test
  void receiver_beforeTheOthers_isRefused() {
    told.recovering();
    told.evacuated(FOURTH, THIRD);
    told.restored(FOURTH);
    broken("order", () -> told.restore(THIRD));
    assertThatCode(() -> told.restore(SECOND)).doesNotThrowAnyException();
  }

  @Test
  void restore_besideOneThatFailed_isRefusedUntilAPersonHasLooked() {
    told.recovering();
    told.restored(FOURTH);
    told.restoreIntended(THIRD);
    told.failed(THIRD, Trouble.RESTORE, FailureCode.CLUSTER_REFUSED);
    broken("order", () -> told.restore(SECOND));
    told.say(new ReleaseEvent.Paused(PauseCause.RESTORE_FAILED, "meridian", "because"));
    told.say(new ReleaseEvent.Resumed("person", "because"));
    assertThatCode(() -> told.restore(THIRD)).doesNotThrowAnyException();
  }

  @Test
  void restore_ofARegionThatIsAwayOrOwedOrDone_isRefused() {
    told.recovering();
    told.failed(FOURTH, Trouble.RESTORE, FailureCode.CLUSTER_UNREACHABLE);
    broken("order", () -> told.restore(FOURTH));
    told.say(new RegionEvent.RegionOwed(FOURTH, 1, "because"));
    told.restored(THIRD);
    broken("order", () -> told.restore(THIRD));
  }

  @Test
  void waitForACluster_beforeEverythingElseIsRestored_isRefused() {
    told.recovering();
    told.failed(FOURTH, Trouble.RESTORE, FailureCode.CLUSTER_UNREACHABLE);
    broken("order", () -> told.chosen(new ReleaseStep.AwaitReturn(FOURTH, "because")));
  }

  @Test
  void traffic_thatReturnsBeforeEverythingIsRestored_isRefused() {
    told.recovering();
    broken("order", this::bringBack);
    told.verdict(SECOND, VerdictCause.GATE);
    told.evacuated(SECOND, THIRD);
    told.restored(SECOND);
    broken("order", this::bringBack);
    told.restored(FOURTH);
    told.restored(THIRD);
    told.restored(CANARY);
    assertThatCode(this::bringBack).doesNotThrowAnyException();
    told.failed(SECOND, Trouble.RETURN, FailureCode.HARMED_AGAIN);
    broken("order", this::bringBack);
  }

  @Test
  void evacuation_thatIsForgottenAtTheEnd_breaksP17() {
    told.recovering();
    told.evacuated(FOURTH, THIRD);
    told.restored(FOURTH);
    told.restored(THIRD);
    told.restored(SECOND);
    told.restored(CANARY);
    broken("P17", () -> told.over(ReleaseOutcome.ROLLED_BACK));
  }

  @Test
  void traffic_backInARegionThatIsNotRestored_breaksP17() {
    told.recovering();
    broken("P17", () -> told.say(new RegionEvent.ReturnIntended(FOURTH, 1, "because")));
  }
}
