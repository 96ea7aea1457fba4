package dev.meridian.worker.cluster;

import static dev.meridian.worker.cluster.ClusterRoom.assertFails;
import static dev.meridian.worker.cluster.ClusterRoom.generation;
import static dev.meridian.worker.cluster.ClusterRoom.image;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.failure.FailureCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent.Deployed;
import dev.meridian.release.RegionEvent.Restored;
import dev.meridian.release.RegionEvent.WayBackRecorded;
import dev.meridian.worker.frozen.FrozenExample;
import dev.meridian.worker.manifest.KubernetesObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployAndRestoreTest {
  private static final RegionAttempt MONTREAL = FrozenExample.attempt("ca-central-1");

  private final ClusterRoom room;
  private final KubernetesObject incumbent;

  DeployAndRestoreTest(@TempDir Path directory) {
    room = new ClusterRoom(directory);
    incumbent = room.deployment();
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void deploy_thenRestore_bringsTheExactIncumbentBack() {
    List<String> settings = room.configMaps();
    Deployed deployed = room.activities().deploy(MONTREAL);
    assertThat(deployed.exposedAt()).isBeforeOrEqualTo(room.clock().now());
    assertThat(image(room.deployment())).endsWith(FrozenExample.CONTENDER);
    assertThat(room.configMaps()).hasSize(settings.size() + 1);

    Restored restored = room.activities().restore(MONTREAL, "users were harmed");
    assertThat(room.deployment().at("/spec")).isEqualTo(incumbent.at("/spec"));
    assertThat(room.configMaps()).isEqualTo(settings);
    assertThat(restored.kept()).isEmpty();
    assertThat(restored.sentence()).contains("1 that only the contender brought");
    assertThat(room.kinds(MONTREAL))
        .containsExactly(
            "WayBackRecorded", "DeployIntended", "Deployed", "RestoreIntended", "Restored");
  }

  @Test
  void everyActivity_executedTwice_leavesTheSameState() {
    KubernetesActivities activities = room.activities();
    WayBackRecorded wayBack = activities.recordWayBack(MONTREAL);
    assertThat(activities.recordWayBack(MONTREAL)).isEqualTo(wayBack);
    assertThat(activities.review(MONTREAL)).isEqualTo(activities.review(MONTREAL));
    Deployed deployed = activities.deploy(MONTREAL);
    KubernetesObject contender = room.deployment();
    assertThat(activities.deploy(MONTREAL)).isEqualTo(deployed);
    assertThat(generation(room.deployment())).isEqualTo(generation(contender));
    assertThat(activities.recordWayBack(MONTREAL)).isEqualTo(wayBack);
    Restored restored = activities.restore(MONTREAL, "because");
    KubernetesObject back = room.deployment();
    assertThat(activities.restore(MONTREAL, "because")).isEqualTo(restored);
    assertThat(generation(room.deployment())).isEqualTo(generation(back));
    assertThat(room.kinds(MONTREAL)).doesNotHaveDuplicates();
  }

  @Test
  void effect_whoseOutcomeWasLost_isFoundAgainAndChangesNothingMore() {
    FrozenExample example = FrozenExample.checkout();
    assertFails(
        () ->
            room.activities(example, real -> new ForgetfulLedger(real, Deployed.class))
                .deploy(MONTREAL),
        FailureCode.LEDGER_UNREACHABLE,
        "went away");
    KubernetesObject contender = room.deployment();
    assertThat(image(contender)).endsWith(FrozenExample.CONTENDER);
    room.activities().deploy(MONTREAL);
    assertThat(generation(room.deployment())).isEqualTo(generation(contender));
    assertFails(
        () ->
            room.activities(example, real -> new ForgetfulLedger(real, Restored.class))
                .restore(MONTREAL, "harm"),
        FailureCode.LEDGER_UNREACHABLE,
        "went away");
    KubernetesObject back = room.deployment();
    room.activities().restore(MONTREAL, "harm");
    assertThat(generation(room.deployment())).isEqualTo(generation(back));
    assertThat(back.at("/spec")).isEqualTo(incumbent.at("/spec"));
  }

  @Test
  void secondAttempt_afterARestore_deploysAndGoesBackToTheSamePlace() {
    KubernetesActivities activities = room.activities();
    activities.deploy(MONTREAL);
    activities.restore(MONTREAL, "a check failed");
    RegionAttempt second = new RegionAttempt(MONTREAL.release(), MONTREAL.region(), 2, 1);
    activities.deploy(second);
    assertThat(image(room.deployment())).endsWith(FrozenExample.CONTENDER);
    activities.restore(second, "once more");
    assertThat(room.deployment().at("/spec")).isEqualTo(incumbent.at("/spec"));
  }

  @Test
  void nextRelease_withFewerEntries_isNotFencedByTheOneBefore() {
    room.activities().deploy(MONTREAL);
    RegionAttempt next = new RegionAttempt(FrozenExample.NEXT_RELEASE, MONTREAL.region(), 1, 1);
    FrozenExample other =
        FrozenExample.checkout().withImage("shop/checkout@sha256:" + "8".repeat(64));
    KubernetesObject first = room.deployment();
    room.activities(other).deploy(next);
    assertThat(image(room.deployment())).endsWith("8888");
    room.activities(other).restore(next, "harm");
    assertThat(room.deployment().at("/spec")).isEqualTo(first.at("/spec"));
  }

  @Test
  void editsOfOthers_afterTheDeploy_areKeptAndReported() {
    KubernetesActivities activities = room.activities();
    activities.deploy(MONTREAL);
    room.foreignApply(
        "jane",
        """
        {"apiVersion":"apps/v1","kind":"Deployment",
         "metadata":{"name":"checkout","namespace":"checkout","labels":{"team":"cart"}},
         "spec":{"replicas":5,"minReadySeconds":1}}
        """);
    Restored restored = activities.restore(MONTREAL, "harm");
    KubernetesObject back = room.deployment();
    assertThat(image(back)).isEqualTo(image(incumbent));
    assertThat(back.at("/metadata/labels/team").asText()).isEqualTo("cart");
    assertThat(back.at("/spec/replicas").asInt()).isEqualTo(5);
    assertThat(back.at("/spec/minReadySeconds").asInt()).isEqualTo(1);
    assertThat(restored.kept())
        .anySatisfy(kept -> assertThat(kept).contains("metadata.labels.team", "jane"))
        .anySatisfy(kept -> assertThat(kept).contains("spec.replicas", "jane"));
  }

  @Test
  void replicas_ofAnAutoscaler_areNeverSet() {
    room.cluster()
        .create(
            KubernetesObject.parse(
                """
                {"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler",
                 "metadata":{"name":"checkout","namespace":"checkout"},
                 "spec":{"minReplicas":2,"maxReplicas":9,"scaleTargetRef":
                   {"apiVersion":"apps/v1","kind":"Deployment","name":"checkout"}}}
                """));
    FrozenExample seven = FrozenExample.checkout().withParameters(Map.of("replicas", "7"));
    room.activities(seven).deploy(MONTREAL);
    assertThat(room.deployment().at("/spec/replicas")).isEqualTo(incumbent.at("/spec/replicas"));
    room.activities(seven).restore(MONTREAL, "harm");
    assertThat(room.deployment().at("/spec")).isEqualTo(incumbent.at("/spec"));
  }
}
