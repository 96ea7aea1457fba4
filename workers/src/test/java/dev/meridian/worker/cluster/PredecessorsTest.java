package dev.meridian.worker.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.release.RegionAttempt;
import dev.meridian.release.ReleaseId;
import dev.meridian.worker.frozen.FrozenExample;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredecessorsTest {
  private static final ReleaseId THIRD = ReleaseId.parse("01990000-0000-7000-8000-000000000003");

  private final ClusterRoom room;
  private final Predecessors predecessors;

  PredecessorsTest(@TempDir Path directory) {
    room = new ClusterRoom(directory);
    predecessors = new Predecessors(room.ports.releaseLedger(), room.ports.artifacts());
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void whatNoReleaseBrought_hasNoPredecessor() {
    assertThat(predecessors.of(FrozenExample.RELEASE, ClusterRoom.MONTREAL)).isEmpty();
    room.activities().recordWayBack(first());
    assertThat(predecessors.of(FrozenExample.RELEASE, ClusterRoom.MONTREAL)).isEmpty();
  }

  @Test
  void whatAReleaseBrought_isThatReleases() {
    room.activities().deploy(first());
    room.activities().recordWayBack(attempt(FrozenExample.NEXT_RELEASE));
    assertThat(predecessors.of(FrozenExample.NEXT_RELEASE, ClusterRoom.MONTREAL))
        .contains(FrozenExample.RELEASE);
  }

  @Test
  void releaseThatWasTakenBack_isPassedOver() {
    room.activities().deploy(first());
    FrozenExample harmful =
        FrozenExample.checkout().withImage(FrozenExample.CONTENDER.replace("2222", "3333"));
    RegionAttempt second = attempt(FrozenExample.NEXT_RELEASE);
    room.activities(harmful).deploy(second);
    room.activities(harmful).restore(second, "users were harmed");
    room.activities().recordWayBack(attempt(THIRD));
    assertThat(predecessors.of(THIRD, ClusterRoom.MONTREAL)).contains(FrozenExample.RELEASE);
  }

  private static RegionAttempt first() {
    return attempt(FrozenExample.RELEASE);
  }

  private static RegionAttempt attempt(ReleaseId release) {
    return new RegionAttempt(release, ClusterRoom.MONTREAL, 1, 1);
  }
}
