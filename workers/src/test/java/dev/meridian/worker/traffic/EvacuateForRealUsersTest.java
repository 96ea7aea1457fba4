package dev.meridian.worker.traffic;

import static dev.meridian.worker.traffic.EvacuateTest.evacuated;
import static dev.meridian.worker.traffic.TrafficWorld.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.evacuation.RoutingRule;
import dev.meridian.evacuation.Serving;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionEvent;
import dev.meridian.sandbox.prometheus.PrometheusServer;
import dev.meridian.sandbox.traffic.PlannedPods;
import dev.meridian.sandbox.traffic.TrafficMetrics;
import dev.meridian.sandbox.world.RunningPods;
import dev.meridian.worker.WorkerSettings.MetricsAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The world's own users, with caches that lag and a tail that stays, seen through a Prometheus: as
 * a release sees them.
 */
final class EvacuateForRealUsersTest {
  private static final String TOKYO = "ap-northeast-1";
  private static final Pattern LEFT = Pattern.compile("90 % of its requests had left (\\d+) s");

  private final TrafficWorld world = new TrafficWorld();
  private final TrafficMetrics users =
      new TrafficMetrics(
          world.spec,
          new TrafficMetrics.Causes(
              incumbentEverywhere(), world.zones, world.switchedFaults, world.journal),
          world.worldClock);
  private final PrometheusServer prometheus =
      PrometheusServer.start(users, world.worldClock, _ -> false, 0);
  private final Route53TrafficActivities worker =
      world.worker(
          world.endpoint(), new PrometheusRequestRate(world.settings(world.endpoint(), metrics())));

  @AfterEach
  void closed() {
    worker.close();
    prometheus.close();
    world.close();
  }

  @Test
  void nineTenths_leaveWithinMinutesAndComeBackOnTheRamp() {
    RegionEvent.Evacuated event = evacuated(worker.evacuate(in(TOKYO), "it is dark"));

    Matcher left = LEFT.matcher(event.sentence());
    assertThat(left.find()).as(event.sentence()).isTrue();
    assertThat(Integer.parseInt(left.group(1))).isBetween(60, 360);

    RegionEvent.Returned returned = worker.bringBack(in(TOKYO), "it serves again");
    assertThat(returned.sentence()).endsWith("weights are as they were");
    assertThat(world.weights()).isEqualTo(TrafficWorld.weightsAtTheBeginning());
  }

  @Test
  void rates_afterAnHour_areThoseThatTheRulePredicts() {
    evacuated(worker.evacuate(in(TOKYO), "it is dark"));
    Instant later = world.clock.now().plusSeconds(3600);

    SortedMap<RegionCode, Double> predicted =
        RoutingRule.rates(
            EvacuationFacts.of(world.rollouts().of(in(TOKYO)), List.of(), NOTHING_MOVED)
                .request(
                    new HostedZone(
                            Route53Clients.of(world.settings(world.endpoint())),
                            new RequestBudget(1000, System::nanoTime),
                            RequestBudget.Use.OTHER,
                            dev.meridian.worker.Pulse.silent())
                        .read(new WeightedName("Z0SHOPEXAMPLE", TrafficWorld.NAME + ".", "A")),
                    later)
                .regions(),
            Serving.Demand::now);

    predicted.forEach((region, rate) -> {
      double seen = users.requestsPerSecond(region, later);
      if (region.value().equals(TOKYO)) {
        assertThat(seen).isCloseTo(0, within(5.0));
      } else {
        assertThat(seen).as(region.value()).isCloseTo(rate, Percentage.withPercentage(15));
      }
    });
  }

  private static final Movements NOTHING_MOVED = new Movements(new TreeMap<>(), new TreeMap<>());

  private RunningPods incumbentEverywhere() {
    PlannedPods pods = new PlannedPods();
    world
        .spec
        .regions()
        .forEach(region ->
            pods.from(
                region.code(),
                world.spec.begins(),
                List.of(
                    new RunningPods.Running(world.spec.incumbent(), "", 4, world.spec.begins()))));
    return pods;
  }

  private SortedMap<String, MetricsAddress> metrics() {
    return new TreeMap<>(
        Map.of(
            "global",
            new MetricsAddress(prometheus.address(), Optional.empty(), Optional.empty())));
  }
}
