package dev.meridian.sandbox.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Meridian relies on in a Kubernetes API server: server-side apply and who owns what. */
abstract class KubernetesApplyContract extends KubernetesContract {
  Deployment apply(Deployment wanted, String manager) {
    return client().resource(wanted).fieldManager(manager).serverSideApply();
  }

  @Test
  void apply_repeated_changesNothing() {
    Deployment first = apply(deployment().build(), OURS);

    Deployment second = apply(deployment().build(), OURS);

    assertThat(second.getMetadata().getGeneration()).isEqualTo(1);
    assertThat(second.getMetadata().getUid()).isEqualTo(first.getMetadata().getUid());
    assertThat(ours(second).getTime()).isEqualTo(ours(first).getTime());
  }

  @Test
  void apply_ofAnotherManagersField_isAConflictThatNamesBoth() {
    apply(deployment().build(), "other-team");

    KubernetesClientException refused =
        catchThrowableOfType(
            KubernetesClientException.class,
            () -> apply(deployment().editSpec().withReplicas(2).endSpec().build(), OURS));

    assertThat(refused.getCode()).isEqualTo(409);
    assertThat(refused.getStatus().getMessage())
        .isEqualTo("Apply failed with 1 conflict: conflict with \"other-team\": .spec.replicas");
    assertThat(refused.getStatus().getDetails().getCauses())
        .singleElement()
        .satisfies(cause -> assertThat(cause.getReason()).isEqualTo("FieldManagerConflict"));
    assertThat(live().getSpec().getReplicas()).isEqualTo(1);
  }

  @Test
  void apply_withAnOlderVersion_isAConflict() {
    Deployment first = apply(deployment().build(), OURS);
    apply(deployment().editSpec().withReplicas(2).endSpec().build(), OURS);
    Deployment late =
        deployment()
            .editMetadata()
            .withResourceVersion(first.getMetadata().getResourceVersion())
            .endMetadata()
            .editSpec()
            .withReplicas(3)
            .endSpec()
            .build();

    KubernetesClientException refused =
        catchThrowableOfType(KubernetesClientException.class, () -> apply(late, OURS));

    assertThat(refused.getCode()).isEqualTo(409);
    assertThat(refused.getStatus().getMessage()).contains("the object has been modified");
    assertThat(live().getSpec().getReplicas()).isEqualTo(2);
  }

  @Test
  void apply_withForce_takesTheFieldFromTheOther() {
    apply(deployment().build(), "other-team");

    Deployment after =
        client()
            .resource(deployment().editSpec().withReplicas(2).endSpec().build())
            .fieldManager(OURS)
            .forceConflicts()
            .serverSideApply();

    assertThat(after.getSpec().getReplicas()).isEqualTo(2);
    assertThat(fields(after, "other-team")).doesNotContain("f:replicas").contains("f:image");
    assertThat(fields(after, OURS)).contains("f:replicas");
  }

  @Test
  void apply_withoutWhatItAppliedBefore_removesItAndLeavesOthersAlone() {
    apply(deployment().build(), OURS);
    client()
        .apps()
        .deployments()
        .withName("contract")
        .edit(d ->
            new DeploymentBuilder(d)
                .editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .addNewEnv()
                .withName("THEIRS")
                .withValue("2")
                .endEnv()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());
    Deployment without =
        deployment()
            .editSpec()
            .editTemplate()
            .editSpec()
            .editFirstContainer()
            .withEnv(List.of())
            .endContainer()
            .endSpec()
            .endTemplate()
            .endSpec()
            .build();

    Deployment after = apply(without, OURS);

    assertThat(after.getSpec().getTemplate().getSpec().getContainers().getFirst().getEnv())
        .extracting(env -> env.getName() + "=" + env.getValue())
        .containsExactly("THEIRS=2");
  }

  @Test
  void replicas_noLongerApplied_fallBackToTheDefault() {
    apply(deployment().editSpec().withReplicas(3).endSpec().build(), OURS);

    Deployment after = apply(deployment().editSpec().withReplicas(null).endSpec().build(), OURS);

    assertThat(after.getSpec().getReplicas()).isEqualTo(1);
  }

  static String fields(Deployment deployment, String manager) {
    return deployment.getMetadata().getManagedFields().stream()
        .filter(each -> each.getManager().equals(manager))
        .map(each -> String.valueOf(each.getFieldsV1().getAdditionalProperties()))
        .findFirst()
        .orElse("");
  }

  private static ManagedFieldsEntry ours(Deployment deployment) {
    return deployment.getMetadata().getManagedFields().stream()
        .filter(each -> each.getManager().equals(OURS))
        .findFirst()
        .orElseThrow();
  }
}
