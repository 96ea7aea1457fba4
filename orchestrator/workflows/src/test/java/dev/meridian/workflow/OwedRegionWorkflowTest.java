package dev.meridian.workflow;

import static dev.meridian.workflow.EmbeddedEngine.planned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.release.Milestone;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseState;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A region that went dark in mid-bake, was evacuated, and was still away when its release ended.
 */
@Timeout(30)
class OwedRegionWorkflowTest {
  private final EmbeddedEngine engine =
      new EmbeddedEngine(
          List.of(
              planned("s", 1, Role.STAGING, 0),
              planned("l1", 2, Role.PRODUCTION, 150_000),
              planned("h", 3, Role.PRODUCTION, 600_000)));
  private final RememberingLedger ledger = engine.ledger;
  private final ScriptedWorld world = engine.world;

  @BeforeEach
  void endTheReleaseWithoutIt() throws Exception {
    world.verdict("l1", VerdictCause.DARK).away("l1", 1);
    engine.start(1);
    ledger.await(history -> ReleaseState.fold(history).outcome().isPresent());
    assertThat(region().reached()).contains(Milestone.OWED, Milestone.TOUCHED, Milestone.EVACUATED);
  }

  @AfterEach
  void stopEngine() {
    engine.close();
  }

  private RegionProgress region() {
    return ReleaseState.fold(ledger.history()).region(new RegionCode("l1"));
  }

  private long pages() {
    return ledger.history().stream().filter(ReleaseEvent.Paged.class::isInstance).count();
  }

  @Test
  void owedRegion_backAgain_isRestoredReturnedAndSettled() {
    long pages = pages();
    engine.runOwed("l1");
    assertThat(ledger.kindsIn("l1"))
        .endsWith("RegionOwed", "RegionObserved", "Restored", "Returned", "RegionSettled");
    assertThat(region().reached())
        .doesNotContain(Milestone.OWED, Milestone.TOUCHED, Milestone.EVACUATED);
    assertThat(pages()).as("nobody need act").isEqualTo(pages);
  }

  @Test
  void owedRegion_stillAway_staysOwedUntilALaterRun() {
    world.away("l1", 2);
    engine.runOwed("l1");
    engine.runOwed("l1");
    assertThat(region().has(Milestone.OWED)).isTrue();
    assertThat(ledger.kindsIn("l1")).doesNotContain("Restored");
    engine.runOwed("l1");
    assertThat(region().has(Milestone.OWED)).isFalse();
  }

  @Test
  void owedRegion_settled_isLeftAloneByAnotherRun() {
    engine.runOwed("l1");
    List<String> kinds = ledger.kindsIn("l1");
    engine.runOwed("l1");
    assertThat(ledger.kindsIn("l1")).isEqualTo(kinds);
  }

  @Test
  void restore_refused_pagesOnceKeepsTheLockAndIsTriedAgain() {
    long pages = pages();
    world.fails("restore", "l1", FailureCode.CLUSTER_REFUSED, 2);
    engine.runOwed("l1");
    engine.runOwed("l1");
    assertThat(region().has(Milestone.OWED)).isTrue();
    assertThat(pages()).isEqualTo(pages + 1);
    engine.runOwed("l1");
    assertThat(ledger.kindsIn("l1")).endsWith("Restored", "Returned", "RegionSettled");
  }

  @Test
  void trafficReturn_interrupted_goesOnInALaterRunWithoutASecondRestore() {
    world.fails("return", "l1", FailureCode.METRICS_UNREACHABLE, 1);
    engine.runOwed("l1");
    assertThat(region().has(Milestone.OWED))
        .as("the lock stays until the traffic is back")
        .isTrue();
    engine.runOwed("l1");
    assertThat(ledger.kindsIn("l1")).containsOnlyOnce("Restored").endsWith("RegionSettled");
  }

  @Test
  void trafficReturn_thatHarmsAgain_pagesAndFreesTheLock() {
    long pages = pages();
    world.fails("return", "l1", FailureCode.HARMED_AGAIN, 1);
    engine.runOwed("l1");
    assertThat(region().reached())
        .contains(Milestone.EVACUATED)
        .doesNotContain(Milestone.OWED, Milestone.TOUCHED);
    assertThat(pages()).isEqualTo(pages + 1);
  }
}
