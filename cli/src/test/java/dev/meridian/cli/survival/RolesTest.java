package dev.meridian.cli.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.sandbox.world.ExampleImage;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Api and worker as processes of their own, as in production. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class RolesTest {
  @TempDir Path directory;

  @Test
  void release_workerAndApiKilledInMidBake_completes() throws Exception {
    try (Surroundings there = new Surroundings(directory)) {
      MeridianProcess api = there.api();
      MeridianProcess worker = there.worker();
      api.awaitReady();
      worker.awaitReady();
      there.describe();
      ReleaseId release = there.release(ExampleImage.HEALTHY);

      there.chronicle().await(release, "bake-started", 1);
      worker.kill();
      there.worker().awaitReady();
      there.chronicle().await(release, "bake-started", 3);
      api.kill();
      there.api().awaitReady();

      assertThat(there.chronicle().awaitEnd(release)).isEqualTo(ReleaseOutcome.COMPLETED);
      there.chronicle().requireSound(release);
      assertThat(there.images()).containsOnly(ExampleImage.HEALTHY.reference());
    }
  }

  @Test
  void release_workerAndApiKilledBetweenTwoRollbacks_isTakenBackEverywhere() throws Exception {
    try (Surroundings there = new Surroundings(directory)) {
      MeridianProcess api = there.api();
      MeridianProcess worker = there.worker();
      api.awaitReady();
      worker.awaitReady();
      there.describe();
      ReleaseId release = there.release(ExampleImage.TRAIT_DEFECT);

      there.chronicle().await(release, "recovery-started", 1);
      api.kill();
      there.chronicle().await(release, "restored", 2);
      worker.kill();
      there.worker().awaitReady();
      there.api().awaitReady();

      assertThat(there.chronicle().awaitEnd(release)).isEqualTo(ReleaseOutcome.ROLLED_BACK);
      there.chronicle().requireSound(release);
      assertThat(there.images()).containsOnly(ExampleImage.INCUMBENT.reference());
    }
  }
}
