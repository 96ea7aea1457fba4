package dev.meridian.worker.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.service.CheckSpec;
import dev.meridian.worker.LoopbackServer;
import dev.meridian.worker.LoopbackServer.Answer;
import dev.meridian.worker.Pulse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadJudgementTest {
  private static final CheckSpec.Load LOAD =
      new CheckSpec.Load(
          "load",
          List.of(Role.STAGING),
          Duration.ofSeconds(30),
          "/",
          100,
          Duration.ofSeconds(10),
          new CheckSpec.Load.Limits(
              Optional.of(Duration.ofMillis(50)),
              Optional.empty(),
              Optional.empty(),
              Optional.of(Duration.ofMillis(300)),
              Optional.of(new Share(1_000))));

  @Test
  void figures_withinEveryLimit_pass() {
    CheckOutcome outcome =
        LoadJudgement.judge(LOAD, report(1_000, 20, 200, Map.of("status 500", 1L)));
    assertThat(outcome.passed()).isTrue();
    assertThat(outcome.sentence())
        .isEqualTo(
            "100.0 requests/s, mean 20.0 ms, p50 10.0 ms, p90 100.0 ms, p99 200.0 ms, 1 errors"
                + " {status 500=1}; within every limit");
  }

  @Test
  void everyBrokenLimit_isNamedWithItsFigure() {
    CheckOutcome outcome =
        LoadJudgement.judge(LOAD, report(900, 60, 400, Map.of("no answer", 100L)));
    assertThat(outcome.passed()).isFalse();
    assertThat(outcome.sentence())
        .startsWith(
            "90.0 requests/s answered of 100.0; mean 60.0 ms over its limit of 50.0 ms; p99 400.0 ms"
                + " over its limit of 300.0 ms; errors 10.000 % over their limit of 0.100 %");
  }

  @Test
  void lateGenerator_measuresNothing() {
    assertThat(LoadJudgement.inconclusive(late(10))).isEmpty();
    assertThat(LoadJudgement.inconclusive(late(11)))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("late for 11 of 1000"));
  }

  @Test
  void stalledServer_cannotHideBehindRequestsThatWait() throws Exception {
    // The first request holds the door for as long as it takes until the 40th has arrived: with a
    // closed model that would never happen.
    CountDownLatch arrived = new CountDownLatch(40);
    AtomicInteger held = new AtomicInteger();
    try (LoopbackServer server =
        new LoopbackServer(request -> {
          arrived.countDown();
          if (arrived.await(10, TimeUnit.SECONDS)) {
            held.incrementAndGet();
          }
          return Answer.of(200, "");
        })) {
      LoadReport report =
          new LoadGenerator(
                  URI.create("http://" + server.address() + "/"), 100, Duration.ofMillis(400))
              .run(Pulse.silent());
      assertThat(report.planned()).isEqualTo(40);
      assertThat(report.answered()).isEqualTo(40);
      assertThat(held).hasValue(40);
      assertThat(report.latency().p99()).isGreaterThan(Duration.ofMillis(350));
    }
  }

  private static LoadReport report(long answered, long mean, long p99, Map<String, Long> errors) {
    return new LoadReport(
        1_000,
        answered,
        0,
        new TreeMap<>(errors),
        Duration.ofSeconds(10),
        new LoadReport.Latency(
            Duration.ofMillis(mean),
            Duration.ofMillis(10),
            Duration.ofMillis(100),
            Duration.ofMillis(p99)));
  }

  private static LoadReport late(long late) {
    return new LoadReport(
        1_000,
        1_000,
        late,
        new TreeMap<>(),
        Duration.ofSeconds(10),
        new LoadReport.Latency(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO));
  }
}
