package dev.meridian.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.pace.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessConfigurationTest {
  @TempDir Path directory;

  @Test
  void worker_nothingIsSet_everyMissingKeyIsNamedAtOnce() {
    assertThatThrownBy(() -> ProcessConfiguration.worker(Map.of()))
        .hasMessageContaining("MERIDIAN_DATABASE_URL is missing")
        .hasMessageContaining("MERIDIAN_TEMPORAL_ADDRESS is missing")
        .hasMessageContaining("MERIDIAN_KUBECONFIG is missing")
        .hasMessageContaining("MERIDIAN_METRICS_<NAME>_URL is missing");
  }

  @Test
  void worker_malformedValues_areAllSaidAtOnceWithWhatTheyShouldBe() {
    assertThatThrownBy(() ->
            ProcessConfiguration.worker(
                Map.of(
                    "MERIDIAN_DATABASE_URL", "mysql://m:p@db/meridian",
                    "MERIDIAN_TEMPORAL_ADDRESS", "temporal:7233",
                    "MERIDIAN_KUBECONFIG", directory.resolve("absent").toString(),
                    "MERIDIAN_METRICS_GLOBAL_URL", "prometheus:9090",
                    "MERIDIAN_PAGER_URL", "http://pager not here",
                    "MERIDIAN_PACE", "fast",
                    "MERIDIAN_WORKER_STICKY", "-PT1S",
                    "MERIDIAN_HOST_ALIASES", "nowhere")))
        .hasMessageContaining("MERIDIAN_DATABASE_URL: database URL should be postgresql://")
        .hasMessageContaining("MERIDIAN_KUBECONFIG: ")
        .hasMessageContaining("MERIDIAN_METRICS_GLOBAL_URL: should be an http or https URL")
        .hasMessageContaining("MERIDIAN_PAGER_URL: should be an http or https URL")
        .hasMessageContaining("MERIDIAN_PACE: should be factor,wall instant,Meridian instant")
        .hasMessageContaining("MERIDIAN_WORKER_STICKY: should be an ISO-8601 duration")
        .hasMessageContaining("MERIDIAN_HOST_ALIASES: host alias should be host=address:port");
  }

  @Test
  void pace_writtenAndReadAgain_isTheSame() {
    Pace pace =
        new Pace(
            Instant.parse("2026-03-02T08:00:00.123456Z"),
            Instant.parse("2026-03-02T06:00:00Z"),
            600);
    assertThat(PaceText.parse(PaceText.of(pace))).isEqualTo(pace);
  }

  @Test
  void api_tokenTooShort_isRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() ->
            ProcessConfiguration.api(
                Map.of(
                    "MERIDIAN_DATABASE_URL", "postgresql://m:p@db:5432/meridian",
                    "MERIDIAN_TEMPORAL_ADDRESS", "temporal",
                    "MERIDIAN_ADMIN_TOKEN", "hunter2")))
        .hasMessageContaining("MERIDIAN_ADMIN_TOKEN is missing or too short")
        .hasMessageContaining("MERIDIAN_TEMPORAL_ADDRESS: should be host:port")
        .message()
        .doesNotContain("hunter2");
  }

  @Test
  void worker_whole_isReadWithNamesAsDocumentsSpellThem() throws IOException {
    Path kubeconfig = Files.writeString(directory.resolve("config"), "apiVersion: v1");
    Path secret = Files.writeString(directory.resolve("secret"), "a-signing-secret\n");
    ProcessConfiguration.Worker worker =
        ProcessConfiguration.worker(
            Map.of(
                "MERIDIAN_DATABASE_URL", "postgresql://m:p@db:5432/meridian",
                "MERIDIAN_TEMPORAL_ADDRESS", "temporal:7233",
                "MERIDIAN_KUBECONFIG", kubeconfig.toString(),
                "MERIDIAN_METRICS_GLOBAL_URL", "https://prometheus.example",
                "MERIDIAN_SECRET_CART_CHECKS_FILE", secret.toString()));
    assertThat(worker.settings().metrics()).containsOnlyKeys("global");
    assertThat(worker.settings().secrets()).containsEntry("cart-checks", "a-signing-secret");
    assertThat(worker.settings().toString()).doesNotContain("a-signing-secret");
    assertThat(worker.settings().pace().factor()).isEqualTo(1);
  }
}
