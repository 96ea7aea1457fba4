package dev.meridian.worker.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.failure.FailureCode;
import dev.meridian.release.ReleaseId;
import dev.meridian.worker.frozen.FrozenExample;
import dev.meridian.worker.manifest.KubernetesObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FenceTest {
  private static final KubernetesObject OBJECT =
      KubernetesObject.parse("{\"kind\":\"Service\",\"metadata\":{\"name\":\"a\"}}");

  @Test
  void laterRelease_withALowerSequence_isStillNewer() {
    Fence older = new Fence(FrozenExample.RELEASE, 90);
    Fence newer = new Fence(FrozenExample.NEXT_RELEASE, 4);
    assertThat(older).isLessThan(newer);
    assertThat(new Fence(FrozenExample.RELEASE, 9))
        .isLessThan(new Fence(FrozenExample.RELEASE, 10));
  }

  @Test
  void olderRelease_onceTheYoungerHasLeft_isNewerThanAllThatItDid_andOlderThanTheNext() {
    ReleaseId next = ReleaseId.parse("01990000-0000-7000-8000-000000000003");
    Fence younger = new Fence(FrozenExample.NEXT_RELEASE, 400);
    Fence older = new Fence(FrozenExample.RELEASE, 7, Optional.of(FrozenExample.NEXT_RELEASE));
    assertThat(older).isGreaterThan(younger).isLessThan(new Fence(next, 1));
    assertThat(older)
        .isLessThan(new Fence(FrozenExample.RELEASE, 8, Optional.of(FrozenExample.NEXT_RELEASE)));
    assertThat(Fence.of(OBJECT.withAnnotation(Fence.ANNOTATION, older.toString()))).contains(older);
  }

  @Test
  void annotation_readsBack() {
    Fence fence = new Fence(FrozenExample.RELEASE, 12);
    assertThat(Fence.of(OBJECT.withAnnotation(Fence.ANNOTATION, fence.toString()))).contains(fence);
    assertThat(Fence.of(OBJECT)).isEmpty();
  }

  @Test
  void annotation_thatNobodyCanRead_isRefusedWithARemedy() {
    assertThatThrownBy(() -> Fence.of(OBJECT.withAnnotation(Fence.ANNOTATION, "17")))
        .hasMessageContaining("remove it");
  }

  @Test
  void statusOfAnAnswer_isOneCode() {
    assertThat(ClusterFailures.code(401)).isEqualTo(FailureCode.CLUSTER_FORBIDDEN);
    assertThat(ClusterFailures.code(403)).isEqualTo(FailureCode.CLUSTER_FORBIDDEN);
    assertThat(ClusterFailures.code(409)).isEqualTo(FailureCode.CLUSTER_CONFLICT);
    assertThat(ClusterFailures.code(400)).isEqualTo(FailureCode.CLUSTER_REFUSED);
    assertThat(ClusterFailures.code(422)).isEqualTo(FailureCode.CLUSTER_REFUSED);
    assertThat(ClusterFailures.code(429)).isEqualTo(FailureCode.CLUSTER_THROTTLED);
    assertThat(ClusterFailures.code(503)).isEqualTo(FailureCode.CLUSTER_UNREACHABLE);
    assertThat(ClusterFailures.code(-1)).isEqualTo(FailureCode.CLUSTER_UNREACHABLE);
  }
}
