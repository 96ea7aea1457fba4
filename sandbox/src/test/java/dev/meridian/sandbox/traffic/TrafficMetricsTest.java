package dev.meridian.sandbox.traffic;

import static dev.meridian.sandbox.traffic.ExampleTraffic.BEGINS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.series.Matcher;
import dev.meridian.sandbox.series.Point;
import dev.meridian.sandbox.series.Series;
import dev.meridian.sandbox.world.ExampleImage;
import dev.meridian.sandbox.world.ExampleWorld;
import dev.meridian.sandbox.world.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrafficMetricsTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant LATER = BEGINS.plus(Duration.ofHours(6));
  private static final Instant END = BEGINS.plus(DAY);

  private final ExampleTraffic traffic = new ExampleTraffic();

  @Test
  void past_askedAfterARestart_isTheSame() {
    traffic.clock().advance(DAY);
    traffic.rollOut("ap-northeast-2", LATER, ExampleImage.TRAIT_DEFECT.reference());
    TrafficMetrics again = traffic.again();
    assertThat(all(again, LATER, END)).isEqualTo(all(traffic.metrics(), LATER, END)).isNotEmpty();
  }

  @Test
  void past_askedInSteps_isTheSameAsAskedAtOnce() {
    for (int hour = 0; hour < 24; hour++) {
      traffic.clock().advance(Duration.ofHours(1));
      if (hour == 6) {
        traffic.rollOut("sa-east-1", traffic.clock().now(), ExampleImage.HEALTHY.reference());
      }
      traffic.increase(BEGINS, traffic.clock().now(), "http_requests_total");
    }
    assertThat(all(traffic.metrics(), BEGINS, END)).isEqualTo(all(traffic.again(), BEGINS, END));
  }

  @Test
  void day_counted_hasTheDemandOfTheDocuments() {
    ExampleTraffic still = new ExampleTraffic(Weather.STILL);
    still.clock().advance(DAY);
    for (var region : still.spec().regions()) {
      double expected = region.demand().stream().mapToDouble(rate -> rate * 3600).sum();
      double counted =
          still.increase(BEGINS, END, "http_requests_total", "region", region.code().value());
      assertThat(counted).isCloseTo(expected, within(0.01 * expected + 10));
    }
  }

  @Test
  void usualDay_isWithinItsUsualBounds() {
    traffic.clock().advance(DAY);
    for (var region : traffic.spec().regions()) {
      String code = region.code().value();
      double all = traffic.increase(BEGINS, END, "http_requests_total", "region", code);
      if (all == 0) {
        assertThat(code).isEqualTo("eu-west-3");
        continue;
      }
      double bad =
          traffic.increase(BEGINS, END, "http_requests_total", "region", code, "code", "500");
      assertThat(bad / all).as(code).isBetween(0.0004, 0.0013);
      assertThat(slow(traffic, code, BEGINS, END)).as(code).isBetween(0.005, 0.016);
    }
  }

  @Test
  void histogram_counted_agreesWithRequests() {
    traffic.clock().advance(DAY);
    double requests = traffic.increase(BEGINS, END, "http_requests_total", "region", "us-east-1");
    assertThat(
            traffic.increase(
                BEGINS, END, "http_request_duration_seconds_count", "region", "us-east-1"))
        .isEqualTo(requests);
    assertThat(
            traffic.increase(
                BEGINS,
                END,
                "http_request_duration_seconds_bucket",
                "region",
                "us-east-1",
                "le",
                "+Inf"))
        .isEqualTo(requests);
  }

  @Test
  void errors_inFiveMinuteBlocks_areMoreUnevenWithWeather() {
    assertThat(dispersion(new ExampleTraffic(Weather.STILL))).isBetween(0.8, 1.2);
    assertThat(dispersion(new ExampleTraffic(Weather.USUAL))).isBetween(3.0, 25.0);
  }

  @Test
  void contender_beingRolledOut_beginsAtZeroAndReplacesTheIncumbent() {
    traffic.clock().advance(DAY);
    traffic.rollOut("sa-east-1", LATER, ExampleImage.HEALTHY.reference());
    Series contender = only("http_requests_total", "sa-east-1", "new");
    List<Point> points = contender.between(0, END.toEpochMilli());
    assertThat(points.getFirst().at() - LATER.toEpochMilli()).isBetween(0L, 15_000L);
    assertThat(points.getFirst().value()).isLessThan(15 * 110);
    Series incumbent = only("http_requests_total", "sa-east-1", "old");
    long replaced = LATER.plusSeconds(120).toEpochMilli();
    assertThat(incumbent.between(0, END.toEpochMilli()).getLast().at()).isLessThan(replaced);
    assertThat(incumbent.newest(replaced - 1, 300_000)).isPresent();
    assertThat(incumbent.newest(replaced + 15_000, 300_000)).isEmpty();
  }

  @Test
  void service_down_leavesNoSeriesAndRestartsFromZero() {
    traffic.clock().advance(Duration.ofHours(6));
    RegionCode region = new RegionCode("sa-east-1");
    traffic
        .faults()
        .begin(Fault.Kind.SERVICE_DOWN, Optional.of(region), Optional.of(Duration.ofHours(1)));
    traffic.clock().advance(Duration.ofHours(2));
    Series series = only("http_requests_total", "sa-east-1", "old");
    long down = LATER.toEpochMilli() + 60_000;
    long up = LATER.plus(Duration.ofHours(1)).toEpochMilli();
    assertThat(series.newest(down, 300_000)).isEmpty();
    assertThat(series.between(up, up + 30_000).getFirst().value()).isLessThan(15 * 110);
    assertThat(only("up", "sa-east-1", "").newest(down, 300_000).orElseThrow().value()).isZero();
    assertThat(only("up", "sa-east-1", "").newest(up + 20_000, 300_000).orElseThrow().value())
        .isEqualTo(1);
  }

  @Test
  void metrics_silent_haveAGapAndLoseNothing() {
    traffic.clock().advance(Duration.ofHours(6));
    RegionCode region = new RegionCode("sa-east-1");
    String id =
        traffic.faults().begin(Fault.Kind.METRICS_SILENT, Optional.of(region), Optional.empty());
    traffic.clock().advance(Duration.ofMinutes(20));
    Series series = only("http_requests_total", "sa-east-1", "old");
    long now = traffic.clock().now().toEpochMilli();
    assertThat(series.between(LATER.toEpochMilli(), now)).isEmpty();
    assertThat(series.newest(LATER.toEpochMilli() + 240_000, 300_000)).isPresent();
    assertThat(series.newest(now, 300_000)).isEmpty();
    assertThat(only("http_requests_total", "us-east-1", "old").newest(now, 300_000)).isPresent();
    traffic.faults().end(id);
    traffic.clock().advance(Duration.ofMinutes(1));
    List<Point> gap =
        only("http_requests_total", "sa-east-1", "old")
            .between(LATER.toEpochMilli() - 60_000, now + 60_000);
    assertThat(gap.getLast().value() - gap.getFirst().value()).isGreaterThan(1200 * 35);
  }

  @Test
  void storm_overTheWorld_raisesErrorsOfEveryRevision() {
    traffic.clock().advance(Duration.ofHours(6));
    traffic.faults().begin(Fault.Kind.STORM, Optional.empty(), Optional.of(Duration.ofHours(3)));
    traffic.clock().advance(Duration.ofHours(6));
    Instant over = LATER.plus(Duration.ofHours(3));
    double storm = traffic.increase(LATER, over, "http_requests_total", "code", "500");
    double calm =
        traffic.increase(
            over, over.plus(Duration.ofHours(3)), "http_requests_total", "code", "500");
    double stormAll = traffic.increase(LATER, over, "http_requests_total");
    double calmAll = traffic.increase(over, over.plus(Duration.ofHours(3)), "http_requests_total");
    assertThat((storm / stormAll) / (calm / calmAll)).isBetween(3.5, 7.0);
  }

  @Test
  void memory_ofAHealthyPod_isASawtoothWithoutTrend() {
    traffic.clock().advance(DAY);
    Series memory =
        traffic.select("process_resident_memory_bytes", "region", "us-east-1").getFirst();
    List<Point> points = memory.between(BEGINS.toEpochMilli(), END.toEpochMilli());
    assertThat(points).allMatch(point -> point.value() > 190e6 && point.value() < 250e6);
  }

  @Test
  void world_withoutWeightsChanged_keepsItsUsersAtHome() {
    traffic.clock().advance(DAY);
    for (var region : ExampleWorld.of(7, BEGINS).regions()) {
      double noon = traffic.metrics().requestsPerSecond(region.code(), END);
      assertThat(noon > 0).isEqualTo(!region.demand().isEmpty());
    }
  }

  private Series only(String metric, String region, String revision) {
    return traffic.select(metric, "region", region, "revision", revision).getFirst();
  }

  private static double slow(ExampleTraffic traffic, String region, Instant from, Instant to) {
    String metric = "http_request_duration_seconds";
    double all = traffic.increase(from, to, metric + "_count", "region", region);
    return 1 - traffic.increase(from, to, metric + "_bucket", "region", region, "le", "0.3") / all;
  }

  /** Pearson's dispersion of Virginia's failed requests by five minutes. */
  private static double dispersion(ExampleTraffic traffic) {
    traffic.clock().advance(DAY);
    String[] failed = {"region", "us-east-1", "code", "500"};
    String[] all = {"region", "us-east-1"};
    double share =
        traffic.increase(BEGINS, END, "http_requests_total", failed)
            / traffic.increase(BEGINS, END, "http_requests_total", all);
    double sum = 0;
    int blocks = 0;
    for (Instant at = BEGINS; at.isBefore(END); at = at.plusSeconds(300)) {
      double expected =
          share * traffic.increase(at, at.plusSeconds(300), "http_requests_total", all);
      double counted = traffic.increase(at, at.plusSeconds(300), "http_requests_total", failed);
      sum += (counted - expected) * (counted - expected) / expected;
      blocks++;
    }
    return sum / (blocks - 1);
  }

  private static List<List<Point>> all(TrafficMetrics metrics, Instant from, Instant to) {
    Matcher two = Matcher.of("region", Matcher.Operator.LIKE, "ap-northeast-2|sa-east-1");
    return metrics.select(List.of(two)).stream()
        .map(series -> series.between(from.toEpochMilli(), to.toEpochMilli()))
        .toList();
  }
}
