package dev.meridian.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrainTest {
  private static final Offset<Double> CLOSE = within(0.0005);

  /** Figures of the design's table, propagation of 60 s taken off. */
  @ParameterizedTest
  @CsvSource({"59,60,0.10", "336,60,0.05", "885,60,0.02", "1301,60,0.01", "885,20,0.02"})
  void residual_afterSoLong_isAsPublished(int seconds, int ttl, double left) {
    assertThat(Drain.residual(seconds * 1000L, ttl)).isCloseTo(left, within(0.006));
  }

  @Test
  void residual_beforeTheChange_isEverybody() {
    assertThat(Drain.residual(0, 60)).isEqualTo(1);
    assertThat(Drain.residual(-5, 60)).isEqualTo(1);
  }

  @Test
  void residual_withinTtl_fallsEvenly() {
    double tail = 0.0874 * Math.exp(-0.05);
    assertThat(Drain.residual(30_000, 60)).isCloseTo(0.5 * (1 - 0.0874) + tail, CLOSE);
  }

  @Test
  void residual_whenItIsOver_isNobody() {
    assertThat(Drain.residual(Drain.OVER_MILLIS, 60)).isLessThan(1e-8);
  }
}
