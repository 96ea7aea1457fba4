package dev.meridian.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.EventType;
import io.temporal.common.WorkflowExecutionHistory;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Records histories when a version is released, and only when asked to:
 *
 * <pre>mvn test -pl orchestrator/workflows -am -Dsurefire.failIfNoSpecifiedTests=false \\
 *     -Dtest=HistoryRecorderTest -Drecord.histories=0.2.0</pre>
 *
 * What was recorded is never overwritten.
 */
@Timeout(60)
@EnabledIfSystemProperty(named = "record.histories", matches = "\\d+\\.\\d+\\.\\d+")
class HistoryRecorderTest {
  static List<RecordedStory> stories() {
    return RecordedStory.all();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void story_told_isKept(RecordedStory story) throws Exception {
    String version = System.getProperty("record.histories");
    try (EmbeddedEngine engine = new EmbeddedEngine(story.schedule())) {
      story.plot().tell(engine);
      int run = 0;
      for (String runId : engine.ledger.runs()) {
        run++;
        WorkflowExecutionHistory history = engine.client().fetchHistory(RELEASE, runId);
        if (!terminated(history)) {
          keep(version, story.title() + "/release-" + run, history.toJson(false));
        }
      }
      for (String region : story.regions()) {
        keep(version, story.title() + "/region-" + region, json(engine, story.rollout(region)));
      }
      for (String owed : engine.owedRuns()) {
        keep(version, story.title() + "/owed", json(engine, owed));
      }
      assertThat(run).isPositive();
    }
  }

  private static final String RELEASE = WorkflowIds.release(EmbeddedEngine.RELEASE);

  private static String json(EmbeddedEngine engine, String workflowId) {
    return engine.client().fetchHistory(workflowId).toJson(false);
  }

  /** Its end is none of our commands, and cannot be replayed. */
  private static boolean terminated(WorkflowExecutionHistory history) {
    return history.getLastEvent().getEventType()
        == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED;
  }

  private static void keep(String version, String name, String json) throws Exception {
    CommittedHistories.write(version, name, json);
  }
}
