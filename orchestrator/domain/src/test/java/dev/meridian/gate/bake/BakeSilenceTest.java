package dev.meridian.gate.bake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.sample.Measured;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BakeSilenceTest {
  private static final int HOUR = BakeWorld.HOUR;

  private final BakeStory story = new BakeStory();

  @Test
  void contenderSilent_whileOthersReport_holdsAndIsTakenBackAtTheDeadline() {
    story.world.seen = Unseen.silent(BakeWorld.SEOUL::equals);
    story.run(12);
    assertThat(story.hold().reason()).isEqualTo(HoldReason.CONTENDER_SILENT);
    story.run(HOUR - 13);
    assertThat(story.hold().reason()).isEqualTo(HoldReason.CONTENDER_SILENT);
    story.run(1);

    assertThat(story.verdict().cause()).isEqualTo(VerdictCause.CONTENDER_SILENT);
    assertThat(story.verdict().sentence())
        .isEqualTo(
            "ap-northeast-2 has reported nothing since 2026-03-01T12:00:00Z while other regions"
                + " report (no series)");
  }

  @Test
  void everythingSilent_holdsAndAsksAPersonAtTheDeadline() {
    story.run(10);
    story.world.seen = Unseen.unanswered();
    story.run(12);
    assertThat(story.hold().reason()).isEqualTo(HoldReason.EVERYTHING_SILENT);
    story.run(HOUR);

    assertThat(story.verdict().cause()).isEqualTo(VerdictCause.EVERYTHING_SILENT);
    assertThat(story.verdict().sentence()).contains("nothing is moved");
  }

  @Test
  void everythingSilentForMostOfAnHour_thenOthersBackFirst_isStillNotTheContendersFault() {
    story.world.seen = Unseen.silent(region -> true);
    story.run(HOUR - 4);
    story.world.seen = Unseen.silent(BakeWorld.SEOUL::equals);
    story.run(4);

    assertThat(story.verdict().cause()).isEqualTo(VerdictCause.EVERYTHING_SILENT);
  }

  @Test
  void silenceThatEnds_isMeasuredOnAndPassesLater() {
    story.run(HOUR);
    story.world.seen = Unseen.silent(region -> true);
    story.run(HOUR - 20);
    story.world.seen = UnaryOperator.identity();
    story.run(20);
    assertThat(story.decide()).isInstanceOf(BakeStep.Verdict.class);
    assertThat(story.verdict().cause()).isEqualTo(VerdictCause.PROVEN);
  }

  @Test
  void silentForMostOfTheBake_needsMoreGoodSamples() {
    story.world.seen = Unseen.silent(BakeWorld.SEOUL::equals);
    story.run(HOUR - 20);
    story.world.seen = UnaryOperator.identity();
    story.run(20);
    story.world.seen = Unseen.silent(BakeWorld.SEOUL::equals);
    story.run(HOUR - 20);
    story.world.seen = UnaryOperator.identity();
    story.run(20);

    assertThat(story.hold().reason()).isEqualTo(HoldReason.TOO_FEW_GOOD_SAMPLES);
    assertThat(story.hold().sentence()).contains("40 good samples of the 240 needed");
  }

  @Test
  void oneGateSilent_holdsAndIsTakenBackAtTheDeadline() {
    story.world.seen = Unseen.silentGate("memory", new Measured.NoData<>("no series"));
    story.run(30);
    assertThat(story.hold().reason()).isEqualTo(HoldReason.GATE_SILENT);
    story.run(HOUR);

    assertThat(story.verdict().cause()).isEqualTo(VerdictCause.CONTENDER_SILENT);
    assertThat(story.verdict().sentence()).startsWith("memory: no data from ap-northeast-2 since");
  }

  @Test
  void oneGateRefused_asksAPersonAtTheDeadline() {
    story.world.seen = Unseen.silentGate("cpu", new Measured.QueryError<>("422"));
    story.run(HOUR + 1);

    assertThat(story.verdict().cause()).isEqualTo(VerdictCause.EVERYTHING_SILENT);
  }

  @Test
  void nobodyComes_holdsUntilTheCeilingAndSaysSo() {
    story.world.seen = Unseen.idle();
    story.run(2 * HOUR);
    BakeTerms terms = BakeWorld.twoHours();
    BakeTerms short3 =
        new BakeTerms(
            terms.until(),
            terms.until().plus(Duration.ofMinutes(30)),
            terms.deadline(),
            terms.unreachableDeadline(),
            terms.minimumRequests());
    assertThat(story.decide(short3)).isInstanceOf(BakeStep.Hold.class);
  }

  @Test
  void tooFewRequests_atTheCeiling_isItsOwnVerdict() {
    BakeTerms terms =
        new BakeTerms(
            BakeWorld.twoHours().until(),
            BakeWorld.EXPOSED.plus(Duration.ofHours(3)),
            Duration.ofHours(1),
            Duration.ofHours(6),
            1_000_000);
    story.run(2 * HOUR);
    assertThat(story.decide(terms))
        .isInstanceOfSatisfying(
            BakeStep.Hold.class,
            hold -> assertThat(hold.reason()).isEqualTo(HoldReason.TOO_FEW_REQUESTS));
    story.run(HOUR);

    assertThat(story.decide(terms))
        .isInstanceOfSatisfying(
            BakeStep.Verdict.class,
            verdict -> {
              assertThat(verdict.cause()).isEqualTo(VerdictCause.TOO_FEW_REQUESTS);
              assertThat(verdict.sentence())
                  .isEqualTo("errors: 180,000 requests in ap-northeast-2 of the 1,000,000 needed");
            });
  }

  @Test
  void watch_silence_isNoVerdict() {
    story.run(2 * HOUR);
    story.world.seen = Unseen.silent(region -> true);
    story.run(4 * HOUR);

    assertThat(BakeDecision.degraded(story.fold.subject(), story.state)).isEmpty();
  }
}
