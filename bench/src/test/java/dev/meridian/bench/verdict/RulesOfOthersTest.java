package dev.meridian.bench.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.bench.verdict.Rule.Outcome.CannotJudge;
import dev.meridian.bench.verdict.Rule.Outcome.NotStopped;
import dev.meridian.bench.verdict.Rule.Outcome.Stopped;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Their documented rules, by hand: 5 bad of 1,000 in a minute are at the limit, 6 above it. */
@Timeout(20)
class RulesOfOthersTest {
  private static final Rule FLAGGER = FailedChecks.threshold(60, 5);
  private static final Rule ARGO = FailedChecks.failureLimit(300, 3);
  private static final Rule FIRST = FailedChecks.failureLimit(60, 0);

  @Test
  void threshold_fifthFailedCheckAfterPausesBetween_rollsBackThere() {
    assertThat(FLAGGER.judge(StreamOf.minutes(6, 6, 6, 6, 6))).isEqualTo(new Stopped(300));
    assertThat(FLAGGER.judge(StreamOf.minutes(6, 6, 0, 6, 6, 0, 0, 6))).isEqualTo(new Stopped(480));
    assertThat(FLAGGER.judge(StreamOf.minutes(6, 6, 6, 6))).isEqualTo(new NotStopped());
  }

  @Test
  void threshold_exactlyAtTheLimit_passes() {
    assertThat(FIRST.judge(StreamOf.minutes(5, 5, 5))).isEqualTo(new NotStopped());
    assertThat(FIRST.judge(StreamOf.minutes(0, 6))).isEqualTo(new Stopped(120));
  }

  @Test
  void threshold_noRequests_isAFailedCheckEachTime() {
    assertThat(FLAGGER.judge(StreamOf.idle())).isEqualTo(new Stopped(300));
  }

  @Test
  void failureLimitOfThree_fourthFailure_fails() {
    assertThat(ARGO.judge(StreamOf.minutes(windows(26, 26, 26, 26)))).isEqualTo(new Stopped(1200));
    assertThat(ARGO.judge(StreamOf.minutes(windows(26, 26, 26)))).isEqualTo(new NotStopped());
    assertThat(ARGO.judge(StreamOf.minutes(windows(25, 25, 25, 25, 25, 25))))
        .isEqualTo(new NotStopped());
  }

  @Test
  void failedCheck_afterTheBake_isNotSeen() {
    int[] late = new int[40];
    Arrays.fill(late, 30, 40, 100);

    assertThat(FIRST.judge(StreamOf.minutes(late))).isEqualTo(new NotStopped());
  }

  @Test
  void fiftyPoints_contenderFarAboveItsControl_isHighAtFiftyMinutes() {
    int[] contender = filled(9, 11);
    int[] control = filled(1, 3);

    assertThat(new FiftyPoints().judge(StreamOf.beside(contender, control)))
        .isEqualTo(new Stopped(3000));
    assertThat(new FiftyPoints().judge(StreamOf.beside(control, contender)))
        .isEqualTo(new NotStopped());
  }

  @Test
  void fiftyPoints_identicalPointsOrNoControl_arePassedOrNotJudged() {
    int[] points = filled(1, 3);

    assertThat(new FiftyPoints().judge(StreamOf.beside(points, points)))
        .isEqualTo(new NotStopped());
    assertThat(new FiftyPoints().judge(StreamOf.minutes(points))).isEqualTo(new CannotJudge());
  }

  /**
   * Five points each: rank floor(12.5 - 2.3263 sqrt(25 * 11 / 12)) = 1, the smallest difference.
   */
  @Test
  void mannWhitney_lowerEndInsideTheDeadBand_isNotHigh() {
    double[] control = {1, 2, 3, 4, 5};

    assertThat(FiftyPoints.high(new double[] {11, 12, 13, 14, 15}, control)).isTrue();
    assertThat(FiftyPoints.high(new double[] {5.5, 6, 7, 8, 9}, control)).isFalse();
  }

  /**
   * Each bad request is worth ln 5 = 1.609, each good one -0.00401, 250 good ones of an interval
   * -1.0: the limit is ln(0.9 / 0.01) = 4.50, contentment ln(0.1 / 0.99) = -2.29.
   */
  @Test
  void plainSequential_byHand_stopsOrIsContentForGood() {
    assertThat(new PlainSequential(0.01).judge(StreamOf.minutes(4))).isEqualTo(new Stopped(15));
    assertThat(new PlainSequential(0.01).judge(StreamOf.minutes(3))).isEqualTo(new NotStopped());
    assertThat(new PlainSequential(0.01).judge(StreamOf.minutes(0, 100)))
        .isEqualTo(new NotStopped());
  }

  private static int[] windows(int... bad) {
    int[] minutes = new int[5 * bad.length];
    for (int i = 0; i < bad.length; i++) {
      minutes[5 * i] = bad[i];
    }
    return minutes;
  }

  private static int[] filled(int even, int odd) {
    int[] minutes = new int[50];
    Arrays.setAll(minutes, i -> i % 2 == 0 ? even : odd);
    return minutes;
  }
}
