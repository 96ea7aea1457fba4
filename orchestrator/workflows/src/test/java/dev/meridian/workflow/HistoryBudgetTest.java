package dev.meridian.workflow;

import static dev.meridian.workflow.Schedules.TEN_REGIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.ReleaseState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a healthy release of ten regions costs in history events, against the budget. */
@Timeout(60)
class HistoryBudgetTest {
  private static final int REGION_BUDGET = 60;
  private static final int WAVE_BUDGET = 30;
  private static final int REGION_OF_WAVE_BUDGET = 12;

  @Test
  void release_ofTenRegions_staysInTheBudget() throws Exception {
    try (EmbeddedEngine engine = new EmbeddedEngine(TEN_REGIONS)) {
      engine.start(1);
      engine.ledger.await(history -> ReleaseState.fold(history).outcome().isPresent());
      List<Integer> waves = parentRuns(engine);
      List<Integer> regions =
          TEN_REGIONS.stream().map(planned -> regionEvents(engine, planned)).toList();
      int all = sum(waves) + sum(regions);
      System.out.printf(
          "history events of a ten-region release: %d in all; parent by wave %s; regions %s%n",
          all, waves, regions);
      assertThat(waves).as("one run a wave").hasSize(7);
      for (int wave = 1; wave <= waves.size(); wave++) {
        int number = wave;
        long inWave = TEN_REGIONS.stream().filter(planned -> planned.wave() == number).count();
        assertThat(waves.get(wave - 1))
            .as("parent in wave %d", wave)
            .isLessThanOrEqualTo(WAVE_BUDGET + REGION_OF_WAVE_BUDGET * (int) inWave);
      }
      assertThat(regions).allMatch(events -> events <= REGION_BUDGET);
    }
  }

  /** Events of each run of the parent: one run a wave. */
  private static List<Integer> parentRuns(EmbeddedEngine engine) {
    String workflowId = WorkflowIds.release(EmbeddedEngine.RELEASE);
    return engine.ledger.runs().stream()
        .map(runId -> engine.client().fetchHistory(workflowId, runId).getEvents().size())
        .toList();
  }

  private static int regionEvents(EmbeddedEngine engine, PlannedRegion planned) {
    RegionAttempt rollout = new RegionAttempt(EmbeddedEngine.RELEASE, planned.region(), 1, 1);
    return engine.client().fetchHistory(WorkflowIds.regionRollout(rollout)).getEvents().size();
  }

  private static int sum(List<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }
}
