package dev.meridian.region.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OrderTest {
  @Test
  void path_equalInAllElse_theLargerWaveFirstIsBetter() {
    Path start = Path.start(true);
    Path oneThenTwo = start.then(0b001, 0, 0, 0).then(0b110, 0, 0, 0);
    Path twoThenOne = start.then(0b011, 0, 0, 0).then(0b100, 0, 0, 0);

    assertThat(oneThenTwo.codes()).isEqualTo(twoThenOne.codes());
    assertThat(twoThenOne).isLessThan(oneThenTwo);
    assertThat(oneThenTwo.waves()).containsExactly(0b001, 0b110);
  }

  @Test
  void path_earlierCovering_beatsCost_andCostBeatsCodes() {
    Path start = Path.start(false);
    Path early = start.then(0b10, 1, 900, 1).then(0b01, 2, 900, 1);
    Path cheap = start.then(0b10, 1, 100, Path.NOT_YET).then(0b01, 2, 200, 2);
    Path dear = start.then(0b01, 1, 100, Path.NOT_YET).then(0b10, 2, 300, 2);

    assertThat(List.of(dear, cheap, early).stream().sorted()).containsExactly(early, cheap, dear);
  }

  @Test
  void path_twelveRegions_fitsItsNumbers() {
    Path path = Path.start(true);
    for (int i = 11; i >= 0; i--) {
      path = path.then(1 << i, 0, 0, 0);
    }

    assertThat(path.placed()).isEqualTo(0xFFF);
    assertThat(path.codes()).isEqualTo(0xBA9876543210L);
    assertThat(path.sizes()).isEqualTo(0x111111111111L);
  }

  @Test
  void greedyOrder_thirteenRegions_beginsWithWhatSeveralShare() {
    SmallWorld world = new SmallWorld();
    for (char code = 'a'; code <= 'k'; code++) {
      world.production(String.valueOf(code), 40, "latin");
    }
    world.production("k1", 41, "kanji").production("x1", 45, "hangul");
    world.production("x2", 45, "hangul").canary("z", 33, "latin");
    for (int i = 0; i < 15; i++) {
      world.production("big" + i, 600, "latin");
    }

    List<String> waves = SmallWorld.waves(world.plan());

    assertThat(waves.subList(1, 4)).containsExactly("x1", "k1 a", "b c d");
  }
}
