package dev.meridian.worker.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.worker.manifest.KubernetesObject;
import org.junit.jupiter.api.Test;

class RolloutProgressTest {
  @Test
  void figures_ofTheGenerationBefore_areNotBelieved() {
    assertThat(progress(3, 2, "\"replicas\":4,\"updatedReplicas\":4,\"availableReplicas\":4"))
        .isInstanceOf(RolloutProgress.Waiting.class);
  }

  @Test
  void deployment_isReady_onlyWhenAllPodsAreNewAndAvailable() {
    assertThat(progress(3, 3, "\"replicas\":4,\"updatedReplicas\":4,\"availableReplicas\":4"))
        .isEqualTo(new RolloutProgress.Ready(4));
    assertThat(progress(3, 3, "\"replicas\":5,\"updatedReplicas\":4,\"availableReplicas\":4"))
        .isEqualTo(new RolloutProgress.Waiting("1 old pods are still there"));
    assertThat(progress(3, 3, "\"replicas\":4,\"updatedReplicas\":3,\"availableReplicas\":4"))
        .isEqualTo(new RolloutProgress.Waiting("3 of 4 pods are updated"));
    assertThat(progress(3, 3, "\"replicas\":4,\"updatedReplicas\":4,\"availableReplicas\":3"))
        .isEqualTo(new RolloutProgress.Waiting("3 of 4 updated pods are available"));
    assertThat(progress(3, 3, "\"replicas\":4")).isInstanceOf(RolloutProgress.Waiting.class);
  }

  @Test
  void deployment_whoseControllerGaveUp_hasFailed() {
    assertThat(
            progress(
                3,
                3,
                "\"conditions\":[{\"type\":\"Progressing\",\"status\":\"False\","
                    + "\"reason\":\"ProgressDeadlineExceeded\",\"message\":\"too slow\"}]"))
        .isEqualTo(new RolloutProgress.Failed("ProgressDeadlineExceeded: too slow"));
  }

  private static RolloutProgress progress(int generation, int observed, String status) {
    return RolloutProgress.of(
        KubernetesObject.parse(
            "{\"kind\":\"Deployment\",\"metadata\":{\"generation\":"
                + generation
                + "},\"spec\":{\"replicas\":4},\"status\":{\"observedGeneration\":"
                + observed
                + ","
                + status
                + "}}"));
  }
}
