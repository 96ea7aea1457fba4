package dev.meridian.sandbox.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Meridian relies on in a Kubernetes API server, said with the real client: writes. */
abstract class KubernetesContract {
  static final String OURS = "meridian-contract";

  /** Works in a namespace whose objects called {@code contract} this test may change. */
  abstract KubernetesClient client();

  abstract String namespace();

  /** Called after the namespace is clean again. */
  abstract void close();

  @AfterEach
  void removed() {
    client().apps().deployments().withName("contract").withGracePeriod(0).delete();
    client().configMaps().withLabel("contract", "yes").delete();
    close();
  }

  DeploymentBuilder deployment() {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName("contract")
        .withNamespace(namespace())
        .addToLabels("contract", "yes")
        .endMetadata()
        .withNewSpec()
        .withReplicas(1)
        .withNewSelector()
        .addToMatchLabels("contract", "pod")
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .addToLabels("contract", "pod")
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("web")
        .withImage("registry.invalid/contract:1")
        .addNewEnv()
        .withName("A")
        .withValue("1")
        .endEnv()
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec();
  }

  ConfigMapBuilder settings(String name) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(namespace())
        .addToLabels("contract", "yes")
        .endMetadata();
  }

  Deployment live() {
    return client().apps().deployments().withName("contract").require();
  }

  @Test
  void create_twice_isRefusedAsExisting() {
    client().resource(deployment().build()).create();

    KubernetesClientException refused =
        catchThrowableOfType(
            KubernetesClientException.class,
            () -> client().resource(deployment().build()).create());

    assertThat(refused.getCode()).isEqualTo(409);
    assertThat(refused.getStatus().getReason()).isEqualTo("AlreadyExists");
    assertThat(refused.getStatus().getMessage())
        .isEqualTo("deployments.apps \"contract\" already exists");
  }

  @Test
  void create_inANamespaceThatIsNotThere_isNotFound() {
    KubernetesClientException refused =
        catchThrowableOfType(
            KubernetesClientException.class,
            () ->
                client()
                    .resource(
                        deployment().editMetadata().withNamespace("nowhere").endMetadata().build())
                    .inNamespace("nowhere")
                    .create());

    assertThat(refused.getCode()).isEqualTo(404);
    assertThat(refused.getStatus().getMessage()).isEqualTo("namespaces \"nowhere\" not found");
  }

  @Test
  void update_ofAnOlderVersion_isAConflict() {
    Deployment first = client().resource(deployment().build()).create();
    client().apps().deployments().withName("contract").scale(2);
    Deployment stale = new DeploymentBuilder(first).editSpec().withReplicas(3).endSpec().build();

    KubernetesClientException refused =
        catchThrowableOfType(
            KubernetesClientException.class,
            () ->
                client()
                    .resource(stale)
                    .lockResourceVersion(first.getMetadata().getResourceVersion())
                    .update());

    assertThat(refused.getCode()).isEqualTo(409);
    assertThat(refused.getStatus().getMessage()).contains("the object has been modified");
    assertThat(live().getSpec().getReplicas()).isEqualTo(2);
  }

  @Test
  void dryRun_ofCreateUpdateAndApply_storesNothing() {
    client().resource(deployment().build()).dryRun().create();
    assertThat(client().apps().deployments().withName("contract").get()).isNull();

    Deployment stored = client().resource(deployment().build()).create();
    Deployment tried =
        client()
            .resource(deployment().editSpec().withReplicas(5).endSpec().build())
            .dryRun()
            .fieldManager(OURS)
            .forceConflicts()
            .serverSideApply();

    assertThat(tried.getSpec().getReplicas()).isEqualTo(5);
    assertThat(live().getSpec().getReplicas()).isEqualTo(1);
    assertThat(live().getMetadata().getUid()).isEqualTo(stored.getMetadata().getUid());
  }

  @Test
  void labels_changed_raiseNoGeneration() {
    Deployment first = client().resource(deployment().build()).create();

    Deployment after =
        client()
            .apps()
            .deployments()
            .withName("contract")
            .patch(
                PatchContext.of(PatchType.JSON_MERGE),
                "{\"metadata\":{\"labels\":{\"more\":\"yes\",\"contract\":\"yes\"}}}");

    assertThat(after.getMetadata().getLabels()).containsEntry("more", "yes");
    assertThat(after.getMetadata().getGeneration()).isEqualTo(1);
    assertThat(after.getMetadata().getResourceVersion())
        .isNotEqualTo(first.getMetadata().getResourceVersion());
  }

  @Test
  void strategicPatch_ofAContainer_isMergedByName() {
    client().resource(deployment().build()).create();

    Deployment after =
        client()
            .apps()
            .deployments()
            .withName("contract")
            .patch(
                PatchContext.of(PatchType.STRATEGIC_MERGE),
                """
                {"spec":{"template":{"spec":{"containers":[
                  {"name":"web","env":[{"name":"B","value":"2"}]},
                  {"name":"side","image":"registry.invalid/side:1"}]}}}}
                """);

    assertThat(after.getSpec().getTemplate().getSpec().getContainers())
        .extracting(each -> each.getName())
        .containsExactlyInAnyOrder("web", "side");
    assertThat(after.getMetadata().getGeneration()).isEqualTo(2);
    assertThat(
            after.getSpec().getTemplate().getSpec().getContainers().stream()
                .filter(each -> each.getName().equals("web"))
                .flatMap(each -> each.getEnv().stream())
                .map(env -> env.getName()))
        .containsExactlyInAnyOrder("A", "B");
  }

  @Test
  void jsonPatch_whoseTestFails_changesNothing() {
    client().resource(deployment().build()).create();

    KubernetesClientException refused =
        catchThrowableOfType(
            KubernetesClientException.class,
            () ->
                client()
                    .apps()
                    .deployments()
                    .withName("contract")
                    .patch(
                        PatchContext.of(PatchType.JSON),
                        """
                        [{"op":"test","path":"/spec/replicas","value":7},
                         {"op":"replace","path":"/spec/replicas","value":8}]
                        """));

    assertThat(refused.getCode()).isEqualTo(422);
    assertThat(live().getSpec().getReplicas()).isEqualTo(1);
  }

  @Test
  void mergePatch_withNull_removes() {
    client().resource(settings("contract").withData(Map.of("A", "1", "B", "2")).build()).create();

    ConfigMap after =
        client()
            .configMaps()
            .withName("contract")
            .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\":{\"A\":null}}");

    assertThat(after.getData()).containsExactly(Map.entry("B", "2"));
  }

  @Test
  void deployment_withoutSelectorOrWithAnother_isInvalid() {
    KubernetesClientException none =
        catchThrowableOfType(
            KubernetesClientException.class,
            () ->
                client()
                    .resource(deployment().editSpec().withSelector(null).endSpec().build())
                    .create());
    KubernetesClientException other =
        catchThrowableOfType(
            KubernetesClientException.class,
            () ->
                client()
                    .resource(
                        deployment()
                            .editSpec()
                            .editSelector()
                            .withMatchLabels(Map.of("contract", "else"))
                            .endSelector()
                            .endSpec()
                            .build())
                    .create());

    assertThat(none.getCode()).isEqualTo(422);
    assertThat(none.getStatus().getMessage())
        .contains("Deployment.apps \"contract\" is invalid", "spec.selector: Required value");
    assertThat(other.getStatus().getMessage())
        .contains("`selector` does not match template `labels`");
  }
}
