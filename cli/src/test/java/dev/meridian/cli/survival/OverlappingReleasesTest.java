package dev.meridian.cli.survival;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.sandbox.world.ExampleImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two releases of one service: the next one uses staging while the first is in production. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class OverlappingReleasesTest {
  private static final int STAGING_AND_CANARY = 2;

  @TempDir Path directory;

  @Test
  void olderRelease_abortedWhileTheNextIsInItsCanary_isRestoredWhenTheNextHasLeft()
      throws Exception {
    try (Surroundings around = new Surroundings(directory)) {
      around.api().awaitReady();
      around.worker().awaitReady();
      around.describe();
      around.rest().put("/api/v1/services/checkout", "application/yaml", Surroundings.overlap());
      ReleaseId older = around.release(ExampleImage.HEALTHY);
      around.chronicle().await(older, "wave-passed", STAGING_AND_CANARY);
      ReleaseId younger = around.release(ExampleImage.STEADY);
      JsonNode began = around.rest().get("/api/v1/releases/" + younger);
      assertThat(began.path("phase").asText()).isEqualTo("running");
      assertThat(began.path("behind").asText()).isEqualTo(older.toString());
      around.chronicle().await(younger, "deployed", 1);

      around.rest().post("/api/v1/releases/" + older + "/abort", Map.of("reason", "seen enough"));

      assertThat(around.chronicle().awaitEnd(older)).isEqualTo(ReleaseOutcome.ABORTED);
      assertThat(around.chronicle().awaitEnd(younger)).isEqualTo(ReleaseOutcome.ROLLED_BACK);
      around.chronicle().requireSound(older);
      around.chronicle().requireSound(younger);
      assertThat(around.images()).containsExactly(ExampleImage.INCUMBENT.reference());
      List<LedgerEntry> olders = around.chronicle().entries(older);
      assertThat(olders)
          .extracting(LedgerEntry::type)
          .containsSubsequence("younger-started", "recovery-started", "younger-left", "restored");
      LedgerEntry left = around.chronicle().entries(younger).getLast();
      assertThat(olders)
          .filteredOn(entry -> entry.type().equals("younger-left"))
          .allMatch(entry -> entry.at().isAfter(left.at()));
    }
  }
}
