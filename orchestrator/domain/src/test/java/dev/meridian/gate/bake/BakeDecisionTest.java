package dev.meridian.gate.bake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.VerdictCause;
import java.util.List;
import org.junit.jupiter.api.Test;

class BakeDecisionTest {
  private static final int HOUR = BakeWorld.HOUR;

  private final BakeStory story = new BakeStory();

  @Test
  void healthyRegion_beforeTheEnd_isMeasuredOn() {
    story.run(2 * HOUR - 1);

    assertThat(story.decide()).isEqualTo(new BakeStep.KeepMeasuring());
  }

  @Test
  void healthyRegion_atTheEnd_isProvenWithNumbers() {
    story.run(2 * HOUR);

    BakeStep.Verdict verdict = story.verdict();
    assertThat(verdict.cause()).isEqualTo(VerdictCause.PROVEN);
    assertThat(verdict.sentence())
        .startsWith("healthy for 2 h: errors: 0.")
        .contains("120,000 requests are bad in ap-northeast-2, its control has 0.")
        .contains("evidence of health");
    assertThat(verdict.evidence().gates()).hasSize(3);
    assertThat(verdict.evidence().gates().getFirst().figures())
        .containsEntry("requests", 120_000.0)
        .containsKeys("kappa", "phi", "pairedEValue", "pairedLimit", "ceilingEValue", "health");
  }

  @Test
  void tenfoldErrors_fromTheBeginning_areDegradedWithinTwoMinutesWithNumbers() {
    story.world.contenderRate = 0.01;

    BakeStep.Verdict verdict = story.verdictWithin(8);

    assertThat(verdict.cause()).isEqualTo(VerdictCause.GATE);
    assertThat(verdict.sentence())
        .matches(
            "errors: [0-9.]+ % of [0-9,]+ requests are bad in ap-northeast-2,"
                + " [0-9.,]+ times its control's 0\\.[0-9]+ %; e-value [0-9,.e+]+ >= 2,500");
  }

  @Test
  void fivefoldErrors_afterAnHour_areDegraded() {
    story.run(HOUR);
    story.world.contenderRate = 0.005;

    assertThat(story.verdictWithin(HOUR).sentence()).contains("times its control's");
  }

  @Test
  void errorsEverywhere_belowTheCeiling_stopNothing() {
    story.world.everywhere = 6;
    story.run(2 * HOUR);

    assertThat(story.state.gates().getFirst().crossing()).isEmpty();
  }

  @Test
  void errorsAboveTheCeiling_withoutControl_areDegradedByTheCeiling() {
    story.world.standings.replaceAll((region, standing) -> Standing.UNSUITABLE);
    story.beginAgain();
    story.world.contenderRate = 0.05;

    BakeStep.Verdict verdict = story.verdictWithin(12);

    assertThat(verdict.sentence()).contains("above its ceiling of 1.00 %").contains(">= 13,333");
  }

  @Test
  void lastRegion_withoutControl_passesOnItsCeiling() {
    story.world.standings.replaceAll((region, standing) -> Standing.UNSUITABLE);
    story.beginAgain();
    story.run(2 * HOUR);

    assertThat(story.verdict().cause()).isEqualTo(VerdictCause.PROVEN);
    assertThat(story.verdict().sentence()).contains("no control: fewer than two regions");
  }

  @Test
  void leak_isDegradedWithItsProjection() {
    story.world.memoryPerHour = 60;

    BakeStep.Verdict verdict = story.verdictWithin(2 * HOUR);

    assertThat(verdict.sentence())
        .matches(
            "memory: \\d+ in ap-northeast-2 grows by \\d+ an hour and reaches its limit of"
                + " 512 in \\d h.*, horizon 12 h");
  }

  @Test
  void cpuTwiceTheIncumbents_isDegradedOnTheEighthBadReading() {
    story.world.cpu = 0.85;
    story.run(7);
    assertThat(story.decide()).isEqualTo(new BakeStep.KeepMeasuring());
    story.run(1);

    assertThat(story.verdict().sentence())
        .isEqualTo(
            "cpu: 0.85 in ap-northeast-2 is above 0.8, 2 times the incumbent's; 8 of 8 readings"
                + " are bad, fails on 8");
  }

  @Test
  void observeOnlyGate_crossed_decidesNothing() {
    List<GateSpec> gates = List.of(BakeWorld.ratio("errors", false), BakeWorld.gates().get(1));
    BakeFold observing = new BakeFold(story.world.subject(gates));
    story.world.contenderRate = 0.02;
    BakeState after = story.world.run(observing, observing.begin(story.world.standings), 2 * HOUR);

    assertThat(after.gates().getFirst().crossing()).isPresent();
    assertThat(BakeDecision.decide(observing.subject(), after, BakeWorld.twoHours()))
        .isInstanceOfSatisfying(
            BakeStep.Verdict.class,
            verdict -> assertThat(verdict.cause()).isEqualTo(VerdictCause.PROVEN));
  }

  @Test
  void degraded_isFinal() {
    story.world.contenderRate = 0.02;
    story.run(20);
    assertThat(story.verdict().cause()).isEqualTo(VerdictCause.GATE);
    String sentence = story.verdict().sentence();
    story.world.contenderRate = 0.0001;
    story.run(3 * HOUR);

    assertThat(story.verdict().cause()).isEqualTo(VerdictCause.GATE);
    assertThat(story.verdict().sentence()).isEqualTo(sentence);
  }

  @Test
  void watch_afterThePass_findsWhatBeginsLater() {
    story.run(2 * HOUR);
    assertThat(BakeDecision.degraded(story.fold.subject(), story.state)).isEmpty();
    story.world.contenderRate = 0.02;
    story.run(20);

    assertThat(BakeDecision.degraded(story.fold.subject(), story.state))
        .hasValueSatisfying(
            verdict -> assertThat(verdict.sentence()).contains("times its control's"));
  }

  @Test
  void evidence_namesItsQueries() {
    story.run(2 * HOUR);

    assertThat(story.verdict().evidence().gates())
        .extracting(GateEvidence::queries)
        .containsExactly(List.of("all", "bad"), List.of("cpu"), List.of("memory"));
  }
}
