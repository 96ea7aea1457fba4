package dev.meridian.gate.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.change.Disturbance;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.gate.statistics.Calibration;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three regions with 5,000 requests in each block of five minutes. */
@Timeout(60)
class DayReplayTest {
  private static final Instant UNTIL = Instant.parse("2026-03-03T00:00:00Z");
  private static final RegionCode SEOUL = new RegionCode("seoul");
  private static final List<RegionCode> OTHERS =
      List.of(new RegionCode("osaka"), new RegionCode("tokyo"));
  private static final Duration TWO_HOURS = Duration.ofHours(2);
  private static final Place PLACE = new Place(SEOUL, List.of(SEOUL), OTHERS, TWO_HOURS);
  private static final int BLOCKS = 8 * 288;
  private static final double REQUESTS = 5000;
  private static final double RATE = 0.002;

  private final SplittableRandom random = new SplittableRandom(5);
  private List<Disturbance> disturbed = List.of();

  private static GateSpec.Ratio gate(double ceiling, boolean critical) {
    return new GateSpec.Ratio(
        "errors",
        critical,
        new GateSpec.Events.Counters("all", "bad"),
        Share.ofFraction(ceiling),
        true,
        Duration.ofSeconds(15),
        Share.ofFraction(0.5));
  }

  /**
   * @param seoul its bad rate in a block, from 0
   */
  private DayBefore replayed(double ceiling, IntToDoubleFunction seoul) {
    SortedMap<RegionCode, List<Counts>> blocks = new TreeMap<>();
    blocks.put(SEOUL, counted(seoul));
    OTHERS.forEach(other -> blocks.put(other, counted(_ -> RATE)));
    return of(ceiling, blocks);
  }

  private DayBefore of(double ceiling, SortedMap<RegionCode, List<Counts>> blocks) {
    AlphaShare share = new AlphaShare(0.01 / 30);
    return new DayReplay(gate(ceiling, true), share, blocks, UNTIL, disturbed).of(PLACE);
  }

  private List<Counts> counted(IntToDoubleFunction rate) {
    return IntStream.range(0, BLOCKS)
        .mapToObj(block -> new Counts(REQUESTS, poisson(REQUESTS * rate.applyAsDouble(block))))
        .toList();
  }

  private double poisson(double mean) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  @Test
  void healthyDay_stopsNoneOfItsTwelveBakesAndTellsWhatIsUsual() {
    DayBefore day = replayed(0.01, _ -> RATE);

    assertThat(day.bakes()).isEqualTo(12);
    assertThat(day.stopped()).isZero();
    assertThat(day.sentence())
        .isEqualTo(
            "errors in seoul: 12 bakes of 2 h over the day before 2026-03-03T00:00:00Z, none"
                + " would have been stopped");
    assertThat(day.usual())
        .hasValueSatisfying(usual -> {
          assertThat(usual.badRate()).isBetween(0.0018, 0.0022);
          assertThat(usual.measured().orElseThrow().own()).isEqualTo(REQUESTS / 300);
          assertThat(usual.measured().orElseThrow().control()).isEqualTo(2 * REQUESTS / 300);
          assertThat(usual.calibration()).isInstanceOf(Calibration.Known.class);
        });
  }

  @Test
  void ceilingBelowTheUsualRate_stopsEveryBake() {
    DayBefore day = replayed(0.001, _ -> RATE);

    assertThat(day.stopped()).isEqualTo(12);
    assertThat(day.sentence()).contains("12 would have been stopped: errors: ");
    assertThat(day.first().orElseThrow().at()).isBefore(UNTIL.minus(Duration.ofHours(22)));
  }

  @Test
  void nightlyJob_thatFailsOnTheNewestDay_stopsTheBakeThatMeetsIt() {
    int night = BLOCKS - 288 + 36;

    DayBefore day = replayed(0.05, block -> block >= night && block < night + 6 ? 0.02 : RATE);

    assertThat(day.stopped()).isEqualTo(1);
    assertThat(day.first().orElseThrow().sentence()).contains("times its control's");
    assertThat(day.first().orElseThrow().at())
        .isBetween(
            UNTIL.minus(Duration.ofHours(21)),
            UNTIL.minus(Duration.ofHours(21)).plus(Duration.ofMinutes(30)));
  }

  @Test
  void timeOnRecordAsDisturbed_isLeftOut() {
    int night = BLOCKS - 288 + 36;
    Instant from = UNTIL.minus(Duration.ofHours(21));
    disturbed = List.of(new Disturbance(List.of(SEOUL), from, from.plus(Duration.ofMinutes(30))));

    DayBefore day = replayed(0.05, block -> block >= night && block < night + 6 ? 0.02 : RATE);

    assertThat(day.bakes()).isEqualTo(11);
    assertThat(day.leftOut()).isEqualTo(1);
    assertThat(day.stopped()).isZero();
    assertThat(day.sentence()).contains("1 left out because of what else happened then");
  }

  @Test
  void regionThatIsUsuallyWorse_isNotStoppedForThat() {
    assertThat(replayed(0.05, _ -> 3 * RATE).stopped()).isZero();
  }

  @Test
  void newService_orOneDayOnly_replaysNothingAndSaysSo() {
    SortedMap<RegionCode, List<Counts>> never = new TreeMap<>();
    SortedMap<RegionCode, List<Counts>> oneDay = new TreeMap<>();
    for (RegionCode region : List.of(SEOUL, OTHERS.getFirst(), OTHERS.getLast())) {
      List<Counts> blocks = new ArrayList<>(Collections.nCopies(BLOCKS - 288, Counts.NONE));
      blocks.addAll(Collections.nCopies(288, new Counts(REQUESTS, 10)));
      oneDay.put(region, blocks);
      never.put(region, Collections.nCopies(BLOCKS, Counts.NONE));
    }

    DayBefore unknown = of(0.01, never);
    DayBefore young = of(0.01, oneDay);

    assertThat(unknown.bakes()).isZero();
    assertThat(unknown.usual()).isEmpty();
    assertThat(unknown.sentence()).contains("not seen for a whole day");
    assertThat(young.bakes()).isZero();
    assertThat(young.usual()).isPresent();
    assertThat(young.sentence()).contains("seen for hardly more than a day");
  }

  @Test
  void fortyHealthyDays_stopNoBake() {
    int stopped = 0;
    for (int i = 0; i < 40; i++) {
      stopped += replayed(0.01, _ -> RATE).stopped();
    }

    assertThat(stopped).isZero();
  }

  @Test
  void against_gateThatStopsHealthyBakes_countsUnlessItObservesOrIsNamed() {
    List<DayBefore> days = List.of(replayed(0.001, _ -> RATE));

    assertThat(HealthyDays.against(days, List.of(gate(0.001, true)), List.of())).isEqualTo(days);
    assertThat(HealthyDays.against(days, List.of(gate(0.001, false)), List.of())).isEmpty();
    assertThat(HealthyDays.against(days, List.of(gate(0.001, true)), List.of("errors"))).isEmpty();
  }
}
