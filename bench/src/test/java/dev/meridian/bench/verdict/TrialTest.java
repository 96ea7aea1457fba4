package dev.meridian.bench.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.bench.verdict.Cell.Noise;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TrialTest {
  private static final Cell TENFOLD = new Cell(1000, 10, new Noise(0.5, 0), 1, 10, 30, 0);

  @Test
  void draw_sameCellAndNumber_isTheSameStream() {
    assertThat(Stream.draw(TENFOLD, 3)).isEqualTo(Stream.draw(TENFOLD, 3));
    assertThat(Stream.draw(TENFOLD, 3)).isNotEqualTo(Stream.draw(TENFOLD, 4));
  }

  @Test
  void draw_lateOnset_risesThere() {
    Cell late = new Cell(5000, 50, new Noise(0, 0), 1, 0, 60, 30);
    Stream stream = Stream.draw(late, 1);

    assertThat(stream.contender(0, 120).rate()).isCloseTo(0.001, within(0.0005));
    assertThat(stream.contender(120, 240).rate()).isCloseTo(0.05, within(0.005));
  }

  @Test
  void tenfoldRise_sameStreams_isFoundSoonerByMeridianThanByFiveFailedChecks() {
    Trial trial = Trial.run(TENFOLD, 10);

    Score meridian = trial.score(Contestant.MERIDIAN);
    Score five = trial.score(Contestant.THRESHOLD_OF_FIVE);
    assertThat(meridian.stopped()).isEqualTo(1);
    assertThat(meridian.quantile(0.5)).isLessThan(five.quantile(0.5) / 2);
    assertThat(meridian.meanExposed()).isLessThan(five.meanExposed() / 2);
  }

  @Test
  void score_quantiles_countWhatWasNeverStopped() {
    Score score = new Score(4, List.of(30, 15, 45), 400);

    assertThat(score.quantile(0.5)).isEqualTo(30);
    assertThat(score.quantile(0.75)).isEqualTo(45);
    assertThat(score.quantile(0.95)).isInfinite();
    assertThat(score.stopped()).isEqualTo(0.75);
    assertThat(score.meanExposed()).isEqualTo(100);
  }

  /** The rule of three: none of 3,000 is at most 1 in 1,000. */
  @Test
  void score_noneStopped_hasABound() {
    assertThat(new Score(3000, List.of(), 0).stoppedAtMost()).isCloseTo(0.001, within(1e-5));
    assertThat(new Score(20, List.of(15), 0).stoppedAtMost()).isCloseTo(0.216, within(1e-3));
  }
}
