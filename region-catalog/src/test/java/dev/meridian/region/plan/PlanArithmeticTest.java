package dev.meridian.region.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.region.RequestsPerSecond;
import dev.meridian.region.Share;
import dev.meridian.region.Trait;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class PlanArithmeticTest {
  @ParameterizedTest
  @CsvSource({
    "0, below-1, below 1 request/s",
    "0.9, below-1, below 1 request/s",
    "1, 1-to-2, 1 to 2 requests/s",
    "63.9, 32-to-64, 32 to 64 requests/s",
    "64, 64-to-128, 64 to 128 requests/s",
    "127, 64-to-128, 64 to 128 requests/s",
    "128, 128-to-256, 128 to 256 requests/s"
  })
  void trafficBand_ofAPeak_goesInStepsOfTwo(double peak, String value, String words) {
    TrafficBand band = TrafficBand.of(new RequestsPerSecond(peak));

    assertThat(band.trait()).isEqualTo(new Trait("traffic-band", value));
    assertThat(band).hasToString(words);
  }

  @Test
  void trafficBand_absurdPeak_isStillABand() {
    assertThat(TrafficBand.of(new RequestsPerSecond(1e300)).exponent()).isEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "2, 3", "3, 5", "4, 9", "5, 16", "99, 16"})
  void regionsInAWave_afterWavesOfTheBand_doubleBesideTheLead(int passed, int most) {
    assertThat(new WaveRules(16, Share.WHOLE).most(passed)).isEqualTo(most);
    assertThat(new WaveRules(1, Share.WHOLE).most(passed)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"x, y, 0", "latin, y, 333333", "latin, high, 666667"})
  void similarity_ofThreeTraits_isTheShareOfEqualOnes(String script, String share, int ppm) {
    RiskProfile here = profile("latin", "high", "64-to-128");

    assertThat(here.similarity(profile(script, share, "1-to-2"))).isEqualTo(new Share(ppm));
    assertThat(here.similarity(here)).isEqualTo(Share.WHOLE);
  }

  private static RiskProfile profile(String script, String share, String band) {
    return new RiskProfile(
        List.of(
            new Trait("traffic-band", band),
            new Trait("script", script),
            new Trait("mobile-share", share)));
  }

  @Test
  void median_ofNoneOddAndEven_isTheMiddle() {
    assertThat(median()).isZero();
    assertThat(median(3)).isEqualTo(3);
    assertThat(median(1, 2)).isEqualTo(1.5);
    assertThat(median(1, 2, 9)).isEqualTo(2);
  }

  private static double median(double... sorted) {
    return Candidates.median(DoubleStream.of(sorted).boxed().toList());
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT29S, 29 s",
    "PT30M, 30 min",
    "PT2H, 2 h",
    "PT3H20M, 3 h 20 min",
    "PT26H, 1 d 2 h",
    "PT24H1M1S, 1 d 1 min",
    "PT25H1M, 1 d 1 h"
  })
  void duration_inWords_hasItsTwoLargestUnits(Duration duration, String words) {
    assertThat(Durations.say(duration)).isEqualTo(words);
  }

  @Test
  void seconds_beyondTenYears_areTenYears() {
    assertThat(Durations.ofSeconds(1e18)).isEqualTo(Durations.LONGEST);
    assertThat(Durations.ofSeconds(0.1)).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource({
    "1, first",
    "12, twelfth",
    "13, 13th",
    "21, 21st",
    "22, 22nd",
    "23, 23rd",
    "111, 111th"
  })
  void ordinal_isSaidAsPeopleDo(int position, String word) {
    assertThat(Sentence.ordinal(position)).isEqualTo(word);
  }

  @Test
  void emptyWaveOrNoParallelism_isRefused() {
    assertThatThrownBy(() -> new Wave(3, WaveGroup.CANARY, List.of(), Share.NONE))
        .hasMessageContaining("wave 3");
    assertThatThrownBy(() -> new SmallWorld().plan(withoutParallelism()))
        .hasMessageContaining("parallelism should be 1 or more");
  }

  private static PlanPolicy withoutParallelism() {
    return new PlanPolicy(
        List.of(),
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        false,
        2,
        0,
        Share.WHOLE,
        Share.NONE);
  }
}
