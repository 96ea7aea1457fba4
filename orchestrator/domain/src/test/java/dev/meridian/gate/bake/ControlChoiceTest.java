package dev.meridian.gate.bake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ControlChoiceTest {
  private final BakeStory story = new BakeStory();

  @Test
  void control_regionThatDeploys_leavesFromTheNextIntervalOn() {
    assertThat(story.control().members()).isEqualTo(BakeWorld.OTHERS);
    RegionCode first = BakeWorld.OTHERS.getFirst();
    story.world.standings.put(first, Standing.UNSUITABLE);
    story.run(1);
    assertThat(story.control().members()).hasSize(4).doesNotContain(first);

    story.world.standings.put(first, Standing.PASSED);
    story.run(1);
    assertThat(story.control().members()).as("the untouched carry enough").doesNotContain(first);
    BakeWorld.OTHERS.subList(0, 4).forEach(r -> story.world.standings.put(r, Standing.PASSED));
    story.run(1);
    assertThat(story.control().members())
        .as("one untouched is too few")
        .isEqualTo(BakeWorld.OTHERS);
  }

  @Test
  void harm_whereUntouchedRegionsAreIllAsWell_makesTheEnvironmentSuspect() {
    story.run(20);
    story.world.everywhere = 40;
    story.run(20);
    assertThat(story.verdict().cause()).isEqualTo(VerdictCause.ENVIRONMENT);
    assertThat(story.verdict().sentence())
        .contains("; regions that the release has not touched are bad as well: eu-a, eu-b, us-a");
  }

  @Test
  void harm_whereOneOtherOrOnlyPassedRegionsAreIll_isTheReleases() {
    BakeWorld.OTHERS
        .subList(0, 4)
        .forEach(region -> story.world.standings.put(region, Standing.PASSED));
    story.run(20);
    story.world.everywhere = 40;
    story.run(20);
    assertThat(story.verdict().cause()).isEqualTo(VerdictCause.GATE);
  }

  @Test
  void control_silentOrSickRegion_leaves() {
    RegionCode quiet = BakeWorld.OTHERS.get(1);
    story.world.seen = Unseen.silent(quiet::equals);
    story.run(20);
    assertThat(story.control().members()).hasSize(4).doesNotContain(quiet);

    story.world.seen = UnaryOperator.identity();
    story.world.everywhere = 40;
    story.run(5);
    assertThat(story.control().members()).as("all broke the ceiling").isEmpty();
    story.world.everywhere = 1;
    story.run(3 * 20);
    assertThat(story.control().members()).isEqualTo(BakeWorld.OTHERS);
  }
}
