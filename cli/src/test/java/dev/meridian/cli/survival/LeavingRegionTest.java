package dev.meridian.cli.survival;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.sandbox.world.ExampleImage;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A region is taken out of the catalogue while a release is on its way there. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class LeavingRegionTest {
  @TempDir Path directory;

  @Test
  void regionTakenOutOfTheCatalogueInMidBake_isNotGoneTo_andTheReleaseCompletesWithoutIt()
      throws Exception {
    try (Surroundings around = new Surroundings(directory)) {
      around.api().awaitReady();
      around.worker().awaitReady();
      around.describe();
      ReleaseId release = around.release(ExampleImage.HEALTHY);
      around.chronicle().await(release, "bake-started", 1);
      JsonNode before = around.rest().get("/api/v1/releases/" + release);
      String last = before.path("waves").findValuesAsText("region").getLast();

      takeOut(around, last);

      around.chronicle().await(release, "wave-passed", 3);
      assertThat(around.chronicle().awaitEnd(release)).isEqualTo(ReleaseOutcome.COMPLETED);
      around.chronicle().requireSound(release);
      JsonNode after = around.rest().get("/api/v1/releases/" + release);
      assertThat(after.path("planRevision").asInt()).isEqualTo(2);
      assertThat(after.path("changes").findValuesAsText("kind")).containsExactly("skipped");
      assertThat(after.path("changes").findValuesAsText("sentence"))
          .containsExactly(
              last
                  + " has left before wave "
                  + before.path("waves").size()
                  + ": it is not gone to any more");
      assertThat(after.path("waves").findValuesAsText("region")).hasSize(5).doesNotContain(last);
      assertThat(around.chronicle().entries(release))
          .filteredOn(entry -> entry.type().equals("catalogue-changed"))
          .hasSize(1);
      assertThat(around.images())
          .containsExactlyInAnyOrder(
              ExampleImage.INCUMBENT.reference(), ExampleImage.HEALTHY.reference());
    }
  }

  private static void takeOut(Surroundings around, String code) {
    ObjectNode catalog = (ObjectNode) around.rest().get("/api/v1/catalog");
    Iterator<JsonNode> regions = catalog.withArray("regions").iterator();
    while (regions.hasNext()) {
      JsonNode region = regions.next();
      if (region.path("code").asText().equals(code)) {
        regions.remove();
      } else if (region.path("peers") instanceof ArrayNode peers) {
        Iterator<JsonNode> others = peers.iterator();
        while (others.hasNext()) {
          if (others.next().asText().equals(code)) {
            others.remove();
          }
        }
      }
    }
    around.rest().put("/api/v1/catalog", "application/json", catalog.toString());
  }
}
