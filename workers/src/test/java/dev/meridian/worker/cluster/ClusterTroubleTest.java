package dev.meridian.worker.cluster;

import static dev.meridian.worker.cluster.ClusterRoom.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.failure.FailureCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionEvent.RegionObserved;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.worker.frozen.FrozenExample;
import dev.meridian.worker.manifest.KubernetesObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTroubleTest {
  private static final RegionAttempt MONTREAL = FrozenExample.attempt("ca-central-1");

  private final ClusterRoom room;
  private final KubernetesObject incumbent;

  ClusterTroubleTest(@TempDir Path directory) {
    room = new ClusterRoom(directory);
    incumbent = room.deployment();
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void image_thatNoNodeCanPull_isNotReadyWithTheReasonOfThePods() {
    FrozenExample unknown =
        FrozenExample.checkout().withImage("shop/checkout@sha256:" + "f".repeat(64));
    assertFails(
        () -> room.activities(unknown).deploy(MONTREAL), FailureCode.NOT_READY, "ImagePull");
    room.activities(unknown).restore(MONTREAL, "not ready");
    assertThat(room.deployment().at("/spec")).isEqualTo(incumbent.at("/spec"));
  }

  @Test
  void cluster_thatIsAway_isUnreachableAndSeenSoFromOutside() {
    String fault =
        room.faults.begin(
            Fault.Kind.CLUSTER_AWAY, Optional.of(MONTREAL.region()), Optional.empty());
    assertFails(
        () -> room.activities().deploy(MONTREAL), FailureCode.CLUSTER_UNREACHABLE, "ca-central-1");
    RegionObserved seen = room.activities().observe(MONTREAL);
    assertThat(seen.cluster()).isFalse();
    assertThat(seen.service()).isTrue();
    assertThat(seen.dark()).isFalse();
    CompletableFuture<RegionObserved> back =
        inBackground(() -> room.activities().awaitCluster(MONTREAL));
    assertThat(room.faults.end(fault)).isPresent();
    assertThat(back)
        .succeedsWithin(30, TimeUnit.SECONDS)
        .satisfies(observed -> assertThat(observed.cluster()).isTrue());
  }

  @Test
  void region_whoseServiceIsAwayToo_isDarkAfterTwoLooks() {
    room.faults.begin(Fault.Kind.CLUSTER_AWAY, Optional.of(MONTREAL.region()), Optional.empty());
    room.outside.close();
    RegionObserved seen = room.activities().awaitCluster(MONTREAL);
    assertThat(seen.dark()).isTrue();
  }

  @Test
  void cluster_thatThrottles_saysSo() {
    room.faults.begin(
        Fault.Kind.CLUSTER_THROTTLED, Optional.of(MONTREAL.region()), Optional.empty());
    assertFails(
        () -> room.activities().recordWayBack(MONTREAL),
        FailureCode.CLUSTER_THROTTLED,
        "ca-central-1");
  }

  @Test
  void manifest_thatTheClusterRefuses_isTheServiceOwnersToRepair() {
    FrozenExample wrong = FrozenExample.checkout().withParameters(Map.of("replicas", "-3"));
    assertFails(
        () -> room.activities(wrong).deploy(MONTREAL),
        FailureCode.CLUSTER_REFUSED,
        "Deployment checkout");
  }

  @Test
  void cluster_thatTheKubeconfigDoesNotKnow_isTheOperatorsToRepair() {
    assertFails(
        () -> room.activities().observe(FrozenExample.attempt("us-east-1")),
        FailureCode.CLUSTER_FORBIDDEN,
        "no context named us-east-1");
  }

  @Test
  void review_ofTheExample_warnsAndStoresTheManifests() {
    RegionEvent.Reviewed reviewed = room.activities().review(MONTREAL);
    assertThat(reviewed.findings()).singleElement().asString().contains("topologySpread");
    assertThat(room.ports.artifacts().load(reviewed.manifests())).isPresent();
  }

  @Test
  void review_withBlockingFindings_namesAllInOneSentence() {
    FrozenExample careless =
        FrozenExample.checkout()
            .withTemplate(text ->
                text.replace("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false")
                    .replace("runAsNonRoot: true", "runAsNonRoot: false"));
    assertFails(
        () -> room.activities(careless).review(MONTREAL),
        FailureCode.READINESS_REVIEW_BLOCKED,
        "2 findings of the readiness review must be repaired: Deployment checkout, container"
            + " checkout may run as root: set runAsNonRoot: true; Deployment checkout, container"
            + " checkout may write its root");
    assertThat(room.kinds(MONTREAL)).isEmpty();
  }

  @Test
  void template_withAnUnknownParameter_isTheServiceOwnersToRepair() {
    assertFails(
        () ->
            room.activities(
                    FrozenExample.checkout().withTemplate(text -> text + "# ${no}\nx: ${no}"))
                .review(MONTREAL),
        FailureCode.INVALID_SPEC,
        "${no}");
  }

  /** On a thread of its own: a stalled deploy must not hold up the pool that clients answer on. */
  private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
  }
}
