package dev.meridian.worker.cluster;

import static dev.meridian.worker.cluster.ClusterRoom.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionEvent.Deployed;
import dev.meridian.release.RegionEvent.Restored;
import dev.meridian.worker.frozen.FrozenExample;
import dev.meridian.worker.manifest.KubernetesObject;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StalledDeployTest {
  private static final RegionAttempt MONTREAL = FrozenExample.attempt("ca-central-1");

  private final ClusterRoom room;
  private final KubernetesObject incumbent;

  StalledDeployTest(@TempDir Path directory) {
    room = new ClusterRoom(directory);
    incumbent = room.deployment();
  }

  @AfterEach
  void close() {
    room.close();
  }

  /**
   * A deploy asks whether it was overtaken before its intention, after it, before and after it
   * creates the ConfigMap, and before it applies the Service (5), the budget (6), the Deployment
   * (7).
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 6, 7})
  void stalledDeploy_thatWakesAfterTheRollback_changesNothing(int asking) throws Exception {
    StallingLedger ledger =
        new StallingLedger(
            room.ports.releaseLedger(), EffectKeys.restoreIntended(MONTREAL), asking);
    CompletableFuture<Deployed> deploy =
        inBackground(
            () -> room.activities(FrozenExample.checkout(), real -> ledger).deploy(MONTREAL));
    ledger.awaitStall();
    Restored restored = room.activities().restore(MONTREAL, "it harmed users elsewhere");
    List<String> settings = room.configMaps();
    ledger.wake();
    assertThat(deploy)
        .failsWithin(30, TimeUnit.SECONDS)
        .withThrowableOfType(java.util.concurrent.ExecutionException.class)
        .havingCause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> assertThat(failure.getType()).isEqualTo(FailureCode.FENCED.name()));
    assertThat(room.deployment().at("/spec")).isEqualTo(incumbent.at("/spec"));
    assertThat(room.configMaps()).isEqualTo(settings);
    assertThat(room.activities().restore(MONTREAL, "again")).isEqualTo(restored);
  }

  @Test
  void stalledCreation_thatWakesAfterTheRollback_isTakenBackByItself() throws Exception {
    List<String> settings = room.configMaps();
    // The third asking is the one just before the ConfigMap is created.
    StallingLedger ledger =
        new StallingLedger(room.ports.releaseLedger(), EffectKeys.restoreIntended(MONTREAL), 3);
    CompletableFuture<Deployed> deploy =
        inBackground(
            () -> room.activities(FrozenExample.checkout(), real -> ledger).deploy(MONTREAL));
    ledger.awaitStall();
    Restored restored = room.activities().restore(MONTREAL, "aborted");
    assertThat(restored.kept()).isEmpty();
    ledger.wake();
    assertThat(deploy).failsWithin(30, TimeUnit.SECONDS);
    assertThat(room.configMaps()).isEqualTo(settings);
  }

  @Test
  void restore_whenNothingWasDeployed_saysSoAndRefusesALateDeploy() {
    Restored restored = room.activities().restore(MONTREAL, "aborted");
    assertThat(restored.sentence()).contains("nothing was deployed");
    assertFails(() -> room.activities().deploy(MONTREAL), FailureCode.FENCED, "aborted");
    assertThat(room.deployment()).isEqualTo(incumbent);
  }

  /** Its attempt ended before it began: nobody would undo what it brought. */
  @Test
  void deploy_afterItsAttemptWasGivenUp_beginsNothing() {
    List<String> settings = room.configMaps();
    room.ports
        .releaseLedger()
        .record(
            MONTREAL.release(),
            MONTREAL.epoch(),
            "meridian",
            new Keyed<>(
                MONTREAL.key("RegionEnded"),
                Instant.EPOCH,
                new RegionEvent.RegionEnded(
                    MONTREAL.region(), MONTREAL.attempt(), RegionEnd.CANCELLED, "stopped")));

    assertFails(() -> room.activities().deploy(MONTREAL), FailureCode.FENCED, "stopped");
    assertThat(room.ports.releaseLedger().find(EffectKeys.deployIntended(MONTREAL))).isEmpty();
    assertThat(room.deployment()).isEqualTo(incumbent);
    assertThat(room.configMaps()).isEqualTo(settings);
  }

  /** On a thread of its own: a stalled deploy must not hold up the pool that clients answer on. */
  private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
  }
}
