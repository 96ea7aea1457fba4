package dev.meridian.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.testing.WorkflowReplayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** P26: today's code gives the commands that the histories of every released version hold. */
@Timeout(60)
class ReplayTest {
  private static final Pattern IDENTITY = Pattern.compile("\"identity\": ?\"([^\"]*)\"");
  private static final int LARGEST = 20_000;

  static List<Path> histories() throws IOException {
    return CommittedHistories.all();
  }

  @ParameterizedTest
  @MethodSource("histories")
  void history_replayed_givesTheSameCommands(Path file) throws Exception {
    replay(CommittedHistories.read(file));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void history_committed_isSmallAndNamesNoMachine(Path file) throws IOException {
    String json = CommittedHistories.read(file);
    assertThat(IDENTITY.matcher(json).results().map((MatchResult found) -> found.group(1)))
        .isNotEmpty()
        .allMatch(identity -> identity.equals(EmbeddedEngine.IDENTITY) || identity.isEmpty());
    assertThat(json).doesNotContainPattern("\\d+@[a-zA-Z]").doesNotContain("/home/", "/tmp/");
    assertThat(Files.size(file)).isLessThan(LARGEST);
  }

  @Test
  void everyStory_ofTheFirstVersion_isThere() throws Exception {
    assertThat(histories())
        .extracting(file -> file.getName(file.getNameCount() - 2).toString())
        .contains(RecordedStory.all().stream().map(RecordedStory::title).toArray(String[]::new));
  }

  @Test
  void history_withAnotherCommand_isRefused() throws Exception {
    Path file =
        histories().stream()
            .filter(path -> path.endsWith("rolled-back/region-l2.json.gz"))
            .findFirst()
            .orElseThrow();
    String other = CommittedHistories.read(file).replace("ClusterDeploy", "ClusterDestroy");
    assertThatThrownBy(() -> replay(other)).hasStackTraceContaining("ClusterDe");
  }

  private static void replay(String json) throws Exception {
    WorkflowReplayer.replayWorkflowExecution(
        json,
        ReleaseWorkflowImpl.class,
        RegionRolloutWorkflowImpl.class,
        OwedRegionWorkflowImpl.class);
  }
}
