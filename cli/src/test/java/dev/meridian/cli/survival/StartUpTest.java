package dev.meridian.cli.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.ledger.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a process says that cannot start: everything, in words, and with an exit status. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class StartUpTest {
  private static final String NOBODY = "127.0.0.1:1";

  @TempDir Path directory;

  private record Ended(int status, String said) {}

  private Ended run(String role, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path errors = directory.resolve(role + ".log");
    try (MeridianProcess process =
        MeridianProcess.begin(
            new MeridianProcess.Order(List.of(role), environment, "meridian", errors))) {
      return new Ended(process.awaitExit(), Files.readString(errors));
    }
  }

  @Test
  void worker_nothingConfigured_endsWithEveryProblemAtOnce() throws Exception {
    Ended ended = run("worker", Map.of("MERIDIAN_PACE", "fast"));

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.said())
        .contains("MERIDIAN_DATABASE_URL is missing")
        .contains("MERIDIAN_TEMPORAL_ADDRESS is missing")
        .contains("MERIDIAN_KUBECONFIG is missing")
        .contains("MERIDIAN_METRICS_<NAME>_URL is missing")
        .contains("MERIDIAN_PACE: should be");
  }

  @Test
  void api_databaseAway_saysSoInOneLineWithoutThePassword() throws Exception {
    Ended ended =
        run(
            "api",
            Map.of(
                "MERIDIAN_DATABASE_URL",
                "postgresql://meridian:pass-word@" + NOBODY + "/meridian",
                "MERIDIAN_TEMPORAL_ADDRESS",
                NOBODY,
                "MERIDIAN_ADMIN_TOKEN",
                "a-token-for-tests-only"));

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said().lines().filter(line -> line.startsWith("meridian: ")))
        .singleElement()
        .asString()
        .startsWith("meridian: the database cannot be used: Connection to " + NOBODY);
    assertThat(ended.said()).doesNotContain("pass-word").doesNotContain("Path Taken");
  }

  @Test
  void worker_engineAway_saysSoInOneLine() throws Exception {
    Path kubeconfig = Files.writeString(directory.resolve("kubeconfig"), "apiVersion: v1");
    try (TestDatabase database = TestDatabase.create()) {
      Ended ended =
          run(
              "worker",
              Map.of(
                  "MERIDIAN_DATABASE_URL",
                  database.settings().url() + "?user=postgres",
                  "MERIDIAN_TEMPORAL_ADDRESS",
                  NOBODY,
                  "MERIDIAN_KUBECONFIG",
                  kubeconfig.toString(),
                  "MERIDIAN_METRICS_GLOBAL_URL",
                  "http://" + NOBODY));

      assertThat(ended.status()).isEqualTo(1);
      assertThat(ended.said())
          .contains("meridian: the workflow engine at " + NOBODY + "/default does not answer");
    }
  }
}
