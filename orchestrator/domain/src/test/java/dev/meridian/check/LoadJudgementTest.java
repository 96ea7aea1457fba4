package dev.meridian.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.sample.Measured;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.service.CheckSpec;
import dev.meridian.service.CheckSpec.Load.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LoadJudgementTest {
  private static final Incumbent NONE = new Incumbent.Unrecorded("nothing ran here before");
  private static final Resource CPU =
      new Resource("cpu", "sum(rate(cpu{${labels}}[${window}]))", 0.9, Optional.of(1.5));
  private static final Resource DISK = new Resource("disk", "sum(disk{${labels}})", 1e9, none());
  private static final CheckSpec.Load LOAD = load(100, List.of());
  private static final CheckSpec.Load WITH_CPU = load(100, List.of(CPU));

  @Test
  void figures_withinEveryLimit_pass() {
    assertThat(judged(report(1_000, 20, 200, Map.of("status 500", 1L))))
        .isEqualTo(
            new LoadVerdict.Passed(
                "100.0 requests/s, mean 20.0 ms, p50 10.0 ms, p90 100.0 ms, p99 200.0 ms, 1 errors"
                    + " {status 500=1}; within every limit"));
  }

  @Test
  void everyBrokenLimit_isNamedWithItsFigure() {
    LoadVerdict verdict = judged(report(900, 60, 400, Map.of("no answer", 100L)));
    assertThat(verdict).isInstanceOf(LoadVerdict.FoundFault.class);
    assertThat(verdict.sentence())
        .startsWith(
            "90.0 requests/s answered of 100.0; mean 60.0 ms over its limit of 50.0 ms; p99 400.0 ms"
                + " over its limit of 300.0 ms; errors 10.000 % over their limit of 0.100 %");
  }

  @Test
  void everyLatencyLimit_isJudgedByItself() {
    CheckSpec.Load load =
        new CheckSpec.Load(
            "load",
            List.of(Role.STAGING),
            Duration.ofSeconds(30),
            "/",
            100,
            Duration.ofSeconds(10),
            new CheckSpec.Load.Limits(
                none(),
                Optional.of(Duration.ofMillis(9)),
                Optional.of(Duration.ofMillis(99)),
                none(),
                none()),
            List.of());
    LoadVerdict verdict =
        LoadJudgement.judge(
            load, new LoadMeasurement(report(1_000, 20, 200, Map.of()), new TreeMap<>()), NONE);
    assertThat(verdict.sentence())
        .startsWith("p50 10.0 ms over its limit of 9.0 ms; p90 100.0 ms over its limit of 99.0 ms");
  }

  @Test
  void lateGenerator_isInconclusive() {
    assertThat(judged(late(10))).isInstanceOf(LoadVerdict.Passed.class);
    LoadVerdict verdict = judged(late(11));
    assertThat(verdict).isInstanceOf(LoadVerdict.Inconclusive.class);
    assertThat(verdict.sentence()).contains("late for 11 of 1000");
  }

  @Test
  void lateGenerator_isInconclusiveAlsoWhereALimitIsBroken() {
    LoadReport slow =
        new LoadReport(
            1_000, 100, 500, new TreeMap<>(), Duration.ofSeconds(10), latency(9_000, 9_000));
    assertThat(judged(slow)).isInstanceOf(LoadVerdict.Inconclusive.class);
  }

  @Test
  void requestsThatWereHeldBack_areInconclusiveAlsoWithinTheLimitOfErrors() {
    LoadVerdict verdict =
        judged(report(999, 20, 200, Map.of(LoadReport.IN_FLIGHT_CAP, 1L, "no answer", 0L)));
    assertThat(verdict).isInstanceOf(LoadVerdict.Inconclusive.class);
    assertThat(verdict.sentence()).startsWith("1 of 1000 requests were held back");
  }

  @Test
  void serviceThatAnswersNothing_isInconclusive() {
    assertThat(judged(report(0, 0, 0, Map.of("no answer", 1_000L))))
        .isEqualTo(new LoadVerdict.Inconclusive("none of 1000 requests was answered"));
  }

  @Test
  void resource_withoutARecordOfTheIncumbent_isHeldToItsOwnBoundAndSaysSo() {
    LoadVerdict verdict = judged(WITH_CPU, seen(0.8), NONE);
    assertThat(verdict).isInstanceOf(LoadVerdict.Passed.class);
    assertThat(verdict.sentence())
        .contains(
            "cpu 0.800 (at most 0.900; not compared with the incumbent: nothing ran here before)");
    assertThat(judged(WITH_CPU, seen(0.91), NONE).sentence())
        .startsWith("cpu 0.910 over its limit of 0.900");
  }

  @Test
  void resource_beyondWhatTheIncumbentUsed_isAFault() {
    assertThat(judged(WITH_CPU, seen(0.59), recorded(WITH_CPU, 0.4)))
        .isInstanceOf(LoadVerdict.Passed.class);
    LoadVerdict verdict = judged(WITH_CPU, seen(0.61), recorded(WITH_CPU, 0.4));
    assertThat(verdict).isInstanceOf(LoadVerdict.FoundFault.class);
    assertThat(verdict.sentence())
        .startsWith("cpu 0.610 over its limit of 0.600")
        .contains("cpu 0.610 (the incumbent's 0.400, at most 0.600)");
  }

  @Test
  void resource_ofAHungryIncumbent_keepsItsAbsoluteBound() {
    assertThat(judged(WITH_CPU, seen(0.95), recorded(WITH_CPU, 0.8)).sentence())
        .startsWith("cpu 0.950 over its limit of 0.900");
  }

  @Test
  void resource_withAnAbsoluteBoundOnly_isShownBesideTheIncumbents() {
    CheckSpec.Load load = load(100, List.of(DISK));
    assertThat(judged(load, seen("disk", 9e8), recorded(load, 1e8)).sentence())
        .contains("disk 900,000,000 (the incumbent's 100,000,000, at most 1,000,000,000)");
  }

  @Test
  void recordOfAnotherLoad_isNotComparedWith() {
    assertThat(judged(WITH_CPU, seen(0.8), recorded(load(200, List.of(CPU)), 0.4)).sentence())
        .contains("release 7 was under another load (200 requests/s of / for PT10S)");
  }

  @Test
  void recordByAnotherQuery_orOfNothing_orWithoutTheResource_isNotComparedWith() {
    Resource other = new Resource("cpu", "max(cpu{${labels}})", 0.9, none());
    assertThat(judged(WITH_CPU, seen(0.8), recorded(load(100, List.of(other)), 0.4)).sentence())
        .contains("release 7 was measured by another query");
    assertThat(judged(WITH_CPU, seen(0.8), recorded(WITH_CPU, 0)).sentence())
        .contains("release 7 used none");
    assertThat(judged(WITH_CPU, seen(0.8), recorded(LOAD, 0)).sentence())
        .contains("release 7 has no record of it");
  }

  @Test
  void resource_thatCouldNotBeMeasured_isNeverAPass() {
    for (Measured<Double> measured :
        List.of(
            new Measured.NoData<Double>("no series"),
            new Measured.QueryError<Double>("metrics do not answer"),
            new Measured.Seen<>(Double.NaN),
            new Measured.Seen<>(Double.NEGATIVE_INFINITY))) {
      LoadVerdict verdict = judged(WITH_CPU, measured("cpu", measured), recorded(WITH_CPU, 0.4));
      assertThat(verdict).isInstanceOf(LoadVerdict.Inconclusive.class);
      assertThat(verdict.sentence()).startsWith("could not be measured: cpu: ");
    }
    assertThat(judged(WITH_CPU, measured("another", new Measured.Seen<>(0.1)), NONE).sentence())
        .contains("cpu: it was not asked for");
  }

  @Test
  void fault_isFoundAlsoWhereAResourceCouldNotBeMeasured() {
    LoadMeasurement slow =
        new LoadMeasurement(
            report(1_000, 60, 200, Map.of()),
            new TreeMap<>(Map.of("cpu", new Measured.NoData<>("no series"))));
    assertThat(LoadJudgement.judge(WITH_CPU, slow, NONE))
        .isInstanceOf(LoadVerdict.FoundFault.class);
  }

  private static LoadVerdict judged(LoadReport report) {
    return LoadJudgement.judge(LOAD, new LoadMeasurement(report, new TreeMap<>()), NONE);
  }

  private static LoadVerdict judged(
      CheckSpec.Load load, LoadMeasurement measured, Incumbent incumbent) {
    return LoadJudgement.judge(load, measured, incumbent);
  }

  private static LoadMeasurement seen(double cpu) {
    return seen("cpu", cpu);
  }

  private static LoadMeasurement seen(String name, double value) {
    return measured(name, new Measured.Seen<>(value));
  }

  private static LoadMeasurement measured(String name, Measured<Double> value) {
    return new LoadMeasurement(
        report(1_000, 20, 200, Map.of()), new TreeMap<>(Map.of(name, value)));
  }

  private static Incumbent recorded(CheckSpec.Load load, double used) {
    String name = load.resources().isEmpty() ? "cpu" : load.resources().getFirst().name();
    return new Incumbent.Recorded("release 7", LoadRecord.of("1a2b", load, seen(name, used)));
  }

  private static CheckSpec.Load load(double rate, List<Resource> resources) {
    return new CheckSpec.Load(
        "load",
        List.of(Role.STAGING),
        Duration.ofSeconds(30),
        "/",
        rate,
        Duration.ofSeconds(10),
        new CheckSpec.Load.Limits(
            Optional.of(Duration.ofMillis(50)),
            none(),
            none(),
            Optional.of(Duration.ofMillis(300)),
            Optional.of(new Share(1_000))),
        resources);
  }

  private static LoadReport report(long answered, long mean, long p99, Map<String, Long> errors) {
    return new LoadReport(
        1_000, answered, 0, new TreeMap<>(errors), Duration.ofSeconds(10), latency(mean, p99));
  }

  private static LoadReport late(long late) {
    return new LoadReport(
        1_000, 1_000, late, new TreeMap<>(), Duration.ofSeconds(10), latency(1, 2));
  }

  private static LoadReport.Latency latency(long mean, long p99) {
    return new LoadReport.Latency(
        Duration.ofMillis(mean),
        Duration.ofMillis(10),
        Duration.ofMillis(100),
        Duration.ofMillis(p99));
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
