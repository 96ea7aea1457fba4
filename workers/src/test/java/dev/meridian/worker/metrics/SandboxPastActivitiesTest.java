package dev.meridian.worker.metrics;

import dev.meridian.pace.Pace;
import dev.meridian.sandbox.prometheus.PrometheusServer;
import dev.meridian.sandbox.world.WorldClock;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** On the sandbox's Prometheus. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxPastActivitiesTest extends PastActivitiesContract {
  private final PrometheusServer server = start();

  private static PrometheusServer start() {
    return PrometheusServer.start(
        PastDays.recorded(),
        WorldClock.of(new Pace(Instant.now(), PastDays.ENDS, 1)),
        _ -> false,
        0);
  }

  @Override
  URI prometheus() {
    return server.address();
  }

  @AfterAll
  void stop() {
    server.close();
  }
}
