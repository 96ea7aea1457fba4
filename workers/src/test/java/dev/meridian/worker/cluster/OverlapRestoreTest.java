package dev.meridian.worker.cluster;

import static dev.meridian.worker.cluster.ClusterRoom.image;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.worker.frozen.FrozenExample;
import dev.meridian.worker.manifest.KubernetesObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two releases in one region: the younger goes first, and the older goes back from there. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OverlapRestoreTest {
  private static final FrozenExample NEXT =
      FrozenExample.checkout().withImage(FrozenExample.CONTENDER.replace("2222", "3333"));

  private final ClusterRoom room;
  private final KubernetesObject incumbent;

  OverlapRestoreTest(@TempDir Path directory) {
    room = new ClusterRoom(directory);
    incumbent = room.deployment();
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void older_restoredOnceTheYoungerHasLeft_bringsTheExactIncumbentBack() {
    List<String> settings = room.configMaps();
    RegionAttempt older = attempt(FrozenExample.RELEASE);
    RegionAttempt younger = attempt(FrozenExample.NEXT_RELEASE);
    room.activities().deploy(older);
    told(
        "younger-started",
        new ReleaseEvent.YoungerStarted(
            younger.release(), List.of(younger.region()), "it may use canary"));
    room.activities(NEXT).deploy(younger);
    room.activities(NEXT).restore(younger, "the older is being taken back");
    assertThat(image(room.deployment())).endsWith(FrozenExample.CONTENDER);
    told("younger-left", new ReleaseEvent.YoungerLeft(younger.release(), "it has ended"));

    room.activities().restore(older, "users were harmed");
    assertThat(room.deployment().at("/spec")).isEqualTo(incumbent.at("/spec"));
    assertThat(room.configMaps()).isEqualTo(settings);
  }

  /** What the older one's ledger says of the younger. */
  private void told(String key, ReleaseEvent.OfRelease event) {
    room.ports
        .releaseLedger()
        .record(
            FrozenExample.RELEASE,
            1,
            ReleaseEvent.MERIDIAN,
            new Keyed<>(key, room.clock().now(), event));
  }

  private static RegionAttempt attempt(ReleaseId release) {
    return new RegionAttempt(release, ClusterRoom.MONTREAL, 1, 1);
  }
}
