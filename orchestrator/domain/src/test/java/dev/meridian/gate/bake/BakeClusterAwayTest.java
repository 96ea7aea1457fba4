package dev.meridian.gate.bake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.VerdictCause;
import org.junit.jupiter.api.Test;

/** The cluster does not answer while its users are well: nothing may be moved, and not for ever. */
class BakeClusterAwayTest {
  private static final int HOUR = 240;

  private final BakeStory story = new BakeStory();

  private void look(boolean answers) {
    story.state = story.state.clusterSeen(answers, story.state.at());
  }

  @Test
  void clusterAway_beforeItsDeadline_isNoVerdictOfItsOwn() {
    look(false);
    story.run(HOUR);
    assertThat(story.decide(BakeWorld.twoHours())).isInstanceOf(BakeStep.KeepMeasuring.class);
  }

  @Test
  void clusterAway_atItsDeadline_asksAPersonAndNamesSinceWhen() {
    story.run(HOUR);
    look(false);
    story.run(3 * HOUR);
    look(false);
    story.run(3 * HOUR);
    assertThat(story.verdict().cause()).isEqualTo(VerdictCause.CLUSTER_AWAY);
    assertThat(story.verdict().sentence())
        .contains("ap-northeast-2")
        .contains(BakeWorld.EXPOSED.plusSeconds(3600).toString())
        .contains("nothing is moved");
  }

  @Test
  void clusterBack_beforeItsDeadline_startsTheTimeAgain() {
    look(false);
    story.run(4 * HOUR);
    look(true);
    look(false);
    story.run(4 * HOUR);
    assertThat(story.hold().reason()).isEqualTo(HoldReason.CLUSTER_AWAY);
    look(true);
    assertThat(story.verdict().cause()).isEqualTo(VerdictCause.PROVEN);
  }

  @Test
  void clusterAway_whileAGateShowsHarm_isDegraded() {
    look(false);
    story.world.contenderRate = 0.2;
    story.run(7 * HOUR);
    assertThat(story.verdict().cause()).isEqualTo(VerdictCause.GATE);
  }
}
