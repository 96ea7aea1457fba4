package dev.meridian.bench.missing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MissingDataTest {
  private static final int RUNS = 40;

  @Test
  void shapes_thirteenOfThem_neverPass() throws InterruptedException {
    assertThat(Shape.MISSING).hasSize(13);
    assertThat(MissingData.runAll(RUNS))
        .filteredOn(data -> data.shape() != Shape.NOTHING_MISSING)
        .hasSize(13)
        .allSatisfy(data -> {
          assertThat(data.passes()).isZero();
          assertThat(data.silent() + data.tooFew()).isEqualTo(data.runs());
        });
  }

  /** Otherwise it would be no wonder that the others never pass. */
  @Test
  void bake_withNothingMissing_passes() throws InterruptedException {
    MissingData first = MissingData.runAll(RUNS).getFirst();

    assertThat(first.shape()).isEqualTo(Shape.NOTHING_MISSING);
    assertThat(first.passes()).isEqualTo(RUNS);
  }

  @Test
  void runs_sameNumber_endTheSame() throws InterruptedException {
    List<MissingData> once = MissingData.runAll(RUNS);

    assertThat(MissingData.runAll(RUNS)).isEqualTo(once);
  }
}
