package dev.meridian.worker.metrics;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.meridian.sandbox.prometheus.RealPrometheus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** On the distribution's Prometheus, where the machine has it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealPastActivitiesTest extends PastActivitiesContract {
  private Optional<RealPrometheus> server = Optional.empty();

  @BeforeAll
  void start(@TempDir Path directory) throws IOException, InterruptedException {
    assumeThat(RealPrometheus.installed())
        .as("the distribution's packages prometheus and promtool are installed")
        .isTrue();
    server = Optional.of(RealPrometheus.start(directory, PastDays.recorded().openMetrics()));
  }

  @Override
  URI prometheus() {
    return server.orElseThrow().address();
  }

  @AfterAll
  void stop() {
    server.ifPresent(RealPrometheus::close);
  }
}
