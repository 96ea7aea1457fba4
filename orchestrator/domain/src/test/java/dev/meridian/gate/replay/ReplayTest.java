package dev.meridian.gate.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.VerdictKind;
import dev.meridian.gate.bake.BakeSubject;
import dev.meridian.gate.bake.BakeTerms;
import dev.meridian.gate.bake.GateObservation;
import dev.meridian.gate.bake.GridObservations;
import dev.meridian.gate.bake.History;
import dev.meridian.gate.bake.HoldReason;
import dev.meridian.gate.bake.Standing;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.SampleCounters;
import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One region and two others, 250 requests in each interval of 15 s, one in 250 bad. */
@Timeout(20)
class ReplayTest {
  private static final Instant FROM = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration INTERVAL = Duration.ofSeconds(15);
  private static final RegionCode SEOUL = new RegionCode("ap-northeast-2");
  private static final List<RegionCode> OTHERS =
      List.of(new RegionCode("eu-a"), new RegionCode("eu-b"));
  private static final Share HALF = Share.ofFraction(0.5);
  private static final Counts USUAL = new Counts(250, 1);
  private static final GateSpec.Ratio ERRORS =
      new GateSpec.Ratio(
          "errors",
          false,
          new GateSpec.Events.Counters("all", "bad"),
          Share.ofFraction(0.05),
          true,
          INTERVAL,
          HALF);
  private static final GateSpec.Value CPU =
      new GateSpec.Value("cpu", false, "cpu", 0.9, Optional.empty(), 3, 4, INTERVAL, HALF);

  private static Replay begun(GateSpec gate, Duration length) {
    SortedMap<RegionCode, List<Counts>> day = new TreeMap<>();
    SortedMap<RegionCode, Standing> standings = new TreeMap<>();
    day.put(SEOUL, Collections.nCopies(288, new Counts(5000, 20)));
    OTHERS.forEach(other -> {
      day.put(other, Collections.nCopies(288, new Counts(5000, 20)));
      standings.put(other, Standing.UNTOUCHED);
    });
    GateSpec deciding = Replay.deciding(gate);
    BakeSubject subject =
        new BakeSubject(
            SEOUL,
            List.of(deciding),
            new TreeMap<>(Map.of("errors", new AlphaShare(0.001))),
            new TreeMap<>(Map.of("errors", new History(day))),
            new TreeMap<>(),
            FROM);
    Instant until = FROM.plus(length);
    Duration hour = Duration.ofHours(1);
    return Replay.begin(subject, new BakeTerms(until, until, hour, hour, 300), standings);
  }

  /** Folds so many intervals, told from 0. */
  private static Replay run(Replay begun, int intervals, IntFunction<GateObservation> seen) {
    Replay replay = begun;
    for (int i = 0; i < intervals; i++) {
      Instant from = FROM.plus(INTERVAL.multipliedBy(i));
      SortedMap<RegionCode, Standing> standings = new TreeMap<>();
      OTHERS.forEach(other -> standings.put(other, Standing.UNTOUCHED));
      String gate = replay.subject().gates().getFirst().name();
      SortedMap<String, GateObservation> gates = new TreeMap<>(Map.of(gate, seen.apply(i)));
      replay = replay.after(new GridObservations(from, from.plus(INTERVAL), standings, gates));
    }
    return replay;
  }

  private static GateObservation events(Measured<Counts> own) {
    SortedMap<RegionCode, Measured<Counts>> regions = new TreeMap<>();
    regions.put(SEOUL, own);
    OTHERS.forEach(other -> regions.put(other, new Measured.Seen<>(USUAL)));
    return new GateObservation.Events(regions);
  }

  private static GateObservation counted(double bad) {
    return events(new Measured.Seen<>(new Counts(250, bad)));
  }

  @Test
  void healthyHour_isProvenAtItsEndWithWhatCouldHaveBeenDetected() {
    Replayed answer = run(begun(ERRORS, Duration.ofHours(1)), 240, _ -> counted(1)).result();

    assertThat(answer.verdict()).isEqualTo(VerdictKind.HEALTHY);
    assertThat(answer.cause()).contains(VerdictCause.PROVEN);
    assertThat(answer.at()).isEqualTo(FROM.plus(Duration.ofHours(1)));
    assertThat(answer.sentence()).startsWith("healthy for 60 min: errors: 0.40 % of 60,000");
    assertThat(answer.evidence().state().samples().counters())
        .isEqualTo(new SampleCounters(240, 0, 0, 0));
    assertThat(answer.evidence().figures()).containsKeys("kappa", "phi", "pairedLimit");
    assertThat(answer.sight())
        .hasValueSatisfying(sight -> {
          assertThat(sight.control()).isEqualTo(OTHERS);
          assertThat(sight.controlRatio()).isEqualTo(2);
          assertThat(sight.smallestRise().orElseThrow()).isBetween(1.05, 2.0);
        });
  }

  @Test
  void tenfoldErrorsAfterHalfAnHour_ofAnObserveOnlyGate_areDegradedWhenTheyBegin() {
    Replay replay = run(begun(ERRORS, Duration.ofHours(1)), 240, i -> counted(i < 120 ? 1 : 10));

    Replayed answer = replay.result();
    assertThat(replay.decided()).isTrue();
    assertThat(answer.verdict()).isEqualTo(VerdictKind.DEGRADED);
    assertThat(answer.at())
        .isBetween(FROM.plus(Duration.ofMinutes(30)), FROM.plus(Duration.ofMinutes(35)));
    assertThat(answer.sentence()).contains("times its control's").contains("e-value");
    assertThat(answer.course().getLast())
        .isInstanceOfSatisfying(
            Moment.Counted.class,
            last ->
                assertThat(last.pairedEValue())
                    .isGreaterThanOrEqualTo(
                        answer.evidence().figures().getOrDefault("pairedLimit", 0.0)));
  }

  @Test
  void silence_holdsFirstAndIsNeverHealthy() {
    Measured<Counts> nothing = new Measured.NoData<>("no series");

    Replayed answer = run(begun(ERRORS, Duration.ofHours(2)), 480, _ -> events(nothing)).result();

    assertThat(answer.verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
    assertThat(answer.cause()).contains(VerdictCause.CONTENDER_SILENT);
    assertThat(answer.at()).isEqualTo(FROM.plus(Duration.ofHours(1)));
    assertThat(answer.sentence()).contains("nothing was seen in ap-northeast-2");
    assertThat(answer.holds())
        .extracting(Held::reason)
        .containsExactly(HoldReason.CONTENDER_SILENT);
    assertThat(answer.sight()).isEmpty();
  }

  @Test
  void tooFewRequests_wouldStillWaitAtTheEnd() {
    Replayed answer =
        run(
                begun(ERRORS, Duration.ofMinutes(10)),
                40,
                i -> events(new Measured.Seen<>(new Counts(i % 2, 0))))
            .result();

    assertThat(answer.verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
    assertThat(answer.sentence()).contains("20 requests").contains("300 needed");
  }

  @Test
  void valueGate_aboveItsBound_isDegradedAndItsCourseKeepsThePeak() {
    Replay begun = begun(CPU, Duration.ofHours(1));
    IntFunction<GateObservation> cpu =
        i ->
            new GateObservation.Reading(
                new Measured.Seen<>(i == 7 || i > 200 ? 0.95 : 0.3), new Measured.NoData<>("none"));

    Replayed answer = run(begun, 240, cpu).result();

    assertThat(answer.verdict()).isEqualTo(VerdictKind.DEGRADED);
    assertThat(answer.at()).isEqualTo(FROM.plus(INTERVAL.multipliedBy(204)));
    assertThat(answer.course().get(3))
        .isInstanceOfSatisfying(
            Moment.Read.class, moment -> assertThat(moment.value()).isEqualTo(0.95));
  }

  @Test
  void distributionGate_thatOnlyObserves_isDegradedWhenAWindowOfItIsFull() {
    GateSpec queue =
        new GateSpec.Distribution(
            "queue", false, "queue", GateSpec.Direction.INCREASE, 50, 0.8, INTERVAL, HALF);
    IntFunction<GateObservation> longer =
        i ->
            new GateObservation.Reading(
                new Measured.Seen<>(5.0 + i % 7), new Measured.Seen<>(1.0 + i % 7));

    Replayed answer = run(begun(queue, Duration.ofHours(1)), 240, longer).result();

    assertThat(answer.verdict()).isEqualTo(VerdictKind.DEGRADED);
    assertThat(answer.at()).isEqualTo(FROM.plus(INTERVAL.multipliedBy(50)));
    assertThat(answer.course().getFirst())
        .isInstanceOfSatisfying(
            Moment.Read.class, moment -> assertThat(moment.value() - moment.bound()).isEqualTo(4));
  }

  @Test
  void course_howeverLongItIs_hasAtMostTwoHundredMomentsAndLosesNoRequest() {
    Replay replay = run(begun(ERRORS, Duration.ofHours(12)), 2880, _ -> counted(1));

    List<Moment> course = replay.result().course();
    assertThat(course).hasSize(192);
    List<Counts> counted = new ArrayList<>();
    course.forEach(moment -> counted.add(((Moment.Counted) moment).contender()));
    assertThat(counted.stream().reduce(Counts.NONE, Counts::plus))
        .isEqualTo(new Counts(2880 * 250.0, 2880));
    assertThat(course.getLast().until()).isEqualTo(FROM.plus(Duration.ofHours(12)));
  }
}
