package dev.meridian.cli.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.cli.rest.RestClient;
import dev.meridian.ledger.postgres.LedgerDatabase;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.sandbox.world.ExampleImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole sandbox in one process; its PostgreSQL outlives a kill and is found again. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class SandboxKilledTest {
  private static final String READY = "Meridian is ready at ";

  @TempDir Path directory;

  private MeridianProcess sandbox() {
    return MeridianProcess.begin(
        new MeridianProcess.Order(
            List.of(
                "sandbox",
                "--data",
                directory.resolve("kept").toString(),
                "--pace",
                "3600",
                "--port",
                "0",
                "--world-ports",
                "0"),
            Map.of(),
            READY,
            directory.resolve("sandbox.log")));
  }

  private RestClient rest(MeridianProcess sandbox) throws IOException {
    String line = sandbox.awaitReady();
    URI address = URI.create(line.substring(line.indexOf(READY) + READY.length()).strip());
    return new RestClient(address, Files.readString(directory.resolve("kept/admin-token")).strip());
  }

  private Chronicle chronicle() throws IOException {
    String port = Files.readString(directory.resolve("kept/postgres/port")).strip();
    return new Chronicle(
        LedgerDatabase.parse("postgresql://postgres@127.0.0.1:" + port + "/postgres"));
  }

  /** Whoever was killed left it behind. */
  @AfterEach
  void stopPostgres() throws IOException {
    Path pid = directory.resolve("kept/postgres/data/postmaster.pid");
    if (Files.exists(pid)) {
      long server = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
      ProcessHandle.of(server)
          .ifPresent(handle -> {
            handle.destroy();
            handle.onExit().orTimeout(20, TimeUnit.SECONDS).join();
          });
    }
  }

  @Test
  void sandbox_killedInMidBakeAndBetweenTwoRollbacks_endsTheReleaseAsIfNothingHadHappened()
      throws Exception {
    MeridianProcess first = sandbox();
    ReleaseId release = Surroundings.release(rest(first), ExampleImage.TRAIT_DEFECT);
    try (Chronicle chronicle = chronicle()) {
      chronicle.await(release, "bake-started", 2);
      first.kill();

      MeridianProcess second = sandbox();
      chronicle.await(release, "recovery-started", 1);
      chronicle.await(release, "restored", 2);
      second.kill();

      try (MeridianProcess third = sandbox()) {
        third.awaitReady();
        assertThat(chronicle.awaitEnd(release)).isEqualTo(ReleaseOutcome.ROLLED_BACK);
        chronicle.requireSound(release);
        assertThat(RunningImages.of(directory.resolve("kept/world/kubeconfig")).values())
            .containsOnly(ExampleImage.INCUMBENT.reference());
      }
    }
  }
}
