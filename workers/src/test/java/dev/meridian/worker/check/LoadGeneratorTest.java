package dev.meridian.worker.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.check.LoadReport;
import dev.meridian.worker.LoopbackServer;
import dev.meridian.worker.LoopbackServer.Answer;
import dev.meridian.worker.Pulse;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {
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
}
