package dev.meridian.sandbox.traffic;

import static dev.meridian.sandbox.traffic.ExampleTraffic.BEGINS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.fault.JournaledFaults;
import dev.meridian.sandbox.series.Point;
import dev.meridian.sandbox.world.Defect;
import dev.meridian.sandbox.world.ExampleImage;
import dev.meridian.sandbox.world.ExampleWorld;
import dev.meridian.sandbox.world.InMemoryJournal;
import dev.meridian.sandbox.world.ManualClock;
import dev.meridian.sandbox.world.WorldSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefectsInTrafficTest {
  private static final Instant OUT = BEGINS.plus(Duration.ofHours(1));
  private static final Instant FULL = OUT.plus(Duration.ofMinutes(5));
  private static final Instant END = BEGINS.plus(Duration.ofHours(9));

  private final ExampleTraffic traffic = new ExampleTraffic();

  @ParameterizedTest
  @CsvSource({"ap-northeast-2,0.04", "ap-northeast-1,0", "sa-east-1,0", "us-east-1,0"})
  void traitDefect_inARegion_strikesOnlyUsersWhoHaveTheTrait(String region, double extra) {
    release(region, ExampleImage.TRAIT_DEFECT);
    assertThat(failing(region)).isBetween(extra * 0.95 + 0.0002, extra * 1.05 + 0.0016);
  }

  @ParameterizedTest
  @CsvSource({"sa-east-1,true", "ap-south-1,true", "eu-central-1,false", "us-east-1,false"})
  void slowness_forMobileUsers_showsInLatencyAndNotInErrors(String region, boolean slow) {
    release(region, ExampleImage.SLOW_FOR_MOBILE);
    assertThat(slow(region)).isBetween(slow ? 0.15 : 0.003, slow ? 0.35 : 0.02);
    assertThat(failing(region)).isLessThan(0.0016);
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-1,true",
    "ap-northeast-1,false",
    "ap-southeast-1,false",
    "ca-central-1,false"
  })
  void loadDefect_inARegion_strikesOnlyAboveItsRate(String region, boolean struck) {
    release(region, ExampleImage.LOAD_DEFECT);
    assertThat(failing(region)).isBetween(struck ? 0.025 : 0.0002, struck ? 0.034 : 0.0016);
  }

  @Test
  void loadDefect_inMumbai_appearsWithTheDay() {
    release("ap-south-1", ExampleImage.LOAD_DEFECT);
    // Local time is 5:30 ahead: night until 02:00, above 250 requests a second from 03:00 on.
    Instant morning = Instant.parse("2026-03-01T04:00:00Z");
    assertThat(failing("ap-south-1", FULL, BEGINS.plus(Duration.ofHours(2)))).isLessThan(0.002);
    assertThat(failing("ap-south-1", morning, END)).isGreaterThan(0.025);
  }

  @Test
  void leak_growsByTheHourAndIsKilledAtTheLimit() {
    release("ca-central-1", ExampleImage.LEAK);
    double begin = memory("ca-central-1", OUT.plusSeconds(180));
    double later = memory("ca-central-1", OUT.plusSeconds(180 + 5 * 3600));
    assertThat((later - begin) / 5).isCloseTo(40.0 * 1024 * 1024, within(1e6));
    traffic.clock().advance(Duration.ofDays(1));
    long from = OUT.toEpochMilli();
    assertThat(
            traffic
                .select("process_resident_memory_bytes", "revision", "new")
                .getFirst()
                .between(from, from + Duration.ofDays(1).toMillis()))
        .allMatch(point -> point.value() <= 512.0 * 1024 * 1024)
        .anyMatch(point -> point.value() > 500.0 * 1024 * 1024);
  }

  @Test
  void leak_failsRequestsOnlyWhenPodsAreKilled() {
    release("ca-central-1", ExampleImage.LEAK);
    Instant still = OUT.plus(Duration.ofHours(6));
    Instant killed = OUT.plus(Duration.ofHours(10));
    traffic.clock().advance(Duration.ofDays(1));

    assertThat(traffic.metrics().harmed(BEGINS, still)).isZero();
    assertThat(traffic.metrics().harmed(still, killed)).isPositive();
  }

  @Test
  void healthyContender_differsInNothing() {
    release("us-east-1", ExampleImage.HEALTHY);
    assertThat(failing("us-east-1")).isLessThan(0.0016);
    assertThat(slow("us-east-1")).isLessThan(0.016);
    assertThat(traffic.metrics().harmed(BEGINS, END)).isZero();
  }

  @Test
  void harm_isWhatTheDefectDid() {
    release("ap-northeast-2", ExampleImage.TRAIT_DEFECT);
    double requests =
        traffic.increase(
            OUT, END, "http_requests_total", "region", "ap-northeast-2", "revision", "new");
    long harmed = traffic.metrics().harmed(BEGINS, END);
    assertThat(harmed).isBetween(Math.round(requests * 0.037), Math.round(requests * 0.043));
    assertThat(traffic.metrics().harmed(BEGINS, OUT)).isZero();
  }

  @Test
  void harm_countsTheSlowedAsWell() {
    release("sa-east-1", ExampleImage.SLOW_FOR_MOBILE);
    double requests =
        traffic.increase(OUT, END, "http_requests_total", "region", "sa-east-1", "revision", "new");
    assertThat(traffic.metrics().harmed(BEGINS, END) / requests).isBetween(0.15, 0.35);
  }

  @Test
  void harm_underAnotherPlan_isThatOfThePlan() {
    String image = ExampleImage.TRAIT_DEFECT.reference();
    TreeMap<RegionCode, Instant> everywhere = new TreeMap<>();
    traffic.spec().regions().forEach(region -> everywhere.put(region.code(), OUT));
    TreeMap<RegionCode, Instant> elsewhere = new TreeMap<>(everywhere);
    elsewhere.remove(new RegionCode("ap-northeast-2"));
    long all = new OtherRollout(traffic.spec(), image, everywhere, END).harmed();
    release("ap-northeast-2", ExampleImage.TRAIT_DEFECT);
    double here = traffic.metrics().harmed(BEGINS, END);
    assertThat((double) all).isBetween(0.9 * here, 1.1 * here);
    assertThat(new OtherRollout(traffic.spec(), image, elsewhere, END).harmed()).isZero();
  }

  @Test
  void defectOfUsers_evacuated_travelsWithThem() {
    WorldSpec spec = ExampleWorld.of(7, BEGINS);
    ScriptedWeights dns =
        new ScriptedWeights(new UnchangedWeights(spec), BEGINS)
            .set(BEGINS.plus(Duration.ofHours(4)), "ap-northeast-2", 0);
    ExampleTraffic moving = new ExampleTraffic(Weather.STILL, dns);
    moving.clock().advance(Duration.ofHours(9));
    moving.rollOut("us-east-1", OUT, ExampleImage.TRAIT_DEFECT.reference());
    Instant moved = BEGINS.plus(Duration.ofHours(6));
    assertThat(moving.metrics().harmed(BEGINS, BEGINS.plus(Duration.ofHours(4)))).isZero();
    assertThat(moving.metrics().harmed(moved, END)).isPositive();
    RegionCode seoul = new RegionCode("ap-northeast-2");
    RegionCode virginia = new RegionCode("us-east-1");
    Instant before = BEGINS.plus(Duration.ofHours(4));
    double left = moving.metrics().requestsPerSecond(seoul, before.plusSeconds(900));
    double all = moving.metrics().requestsPerSecond(seoul, before);
    assertThat(left / all).isCloseTo(0.0195, within(0.002));
    double joined = moving.metrics().requestsPerSecond(virginia, moved);
    assertThat(joined).isGreaterThan(269 + 0.2 * all);
  }

  @Test
  void leak_thatDependsOnARate_isRefused() {
    Defect leak =
        new Defect.Leak(new Defect.When(Optional.empty(), Optional.of(1.0), Optional.empty()), 1);
    WorldSpec spec =
        ExampleWorld.of(
            1,
            BEGINS,
            List.of(
                ExampleImage.INCUMBENT.image(),
                new WorldSpec.WorldImage(ExampleImage.LEAK.reference(), List.of(leak))));
    ManualClock clock = new ManualClock(BEGINS);
    InMemoryJournal journal = new InMemoryJournal(clock);
    TrafficMetrics.Causes causes =
        new TrafficMetrics.Causes(
            new PlannedPods(), new UnchangedWeights(spec), new JournaledFaults(journal), journal);
    assertThatThrownBy(() -> new TrafficMetrics(spec, causes, clock))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("should not depend on the request rate");
  }

  private void release(String region, ExampleImage image) {
    traffic.clock().advance(Duration.between(traffic.clock().now(), END));
    traffic.rollOut(region, OUT, image.reference());
  }

  private double failing(String region) {
    return failing(region, FULL, END);
  }

  private double failing(String region, Instant from, Instant to) {
    String[] all = {"region", region, "revision", "new"};
    String[] failed = {"region", region, "revision", "new", "code", "500"};
    return traffic.increase(from, to, "http_requests_total", failed)
        / traffic.increase(from, to, "http_requests_total", all);
  }

  private double slow(String region) {
    String metric = "http_request_duration_seconds";
    String[] all = {"region", region, "revision", "new"};
    String[] quick = {"region", region, "revision", "new", "le", "0.3"};
    return 1
        - traffic.increase(FULL, END, metric + "_bucket", quick)
            / traffic.increase(FULL, END, metric + "_count", all);
  }

  private double memory(String region, Instant at) {
    Point point =
        traffic
            .select("process_resident_memory_bytes", "region", region, "revision", "new")
            .getFirst()
            .newest(at.toEpochMilli(), 300_000)
            .orElseThrow();
    return point.value();
  }
}
