package dev.meridian.sandbox.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ConfigMapList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Preconditions;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What Meridian relies on in a Kubernetes API server: lists, watches, parts, deletion. */
abstract class KubernetesReadContract extends KubernetesApplyContract {

  @Test
  void list_inPages_isContinuedToTheEnd() {
    for (String name : new String[] {"contract-a", "contract-b", "contract-c"}) {
      client().resource(settings(name).build()).create();
    }

    ConfigMapList first =
        client()
            .configMaps()
            .withLabel("contract", "yes")
            .list(new ListOptionsBuilder().withLimit(2L).build());
    ConfigMapList second =
        client()
            .configMaps()
            .withLabel("contract", "yes")
            .list(
                new ListOptionsBuilder()
                    .withLimit(2L)
                    .withContinue(first.getMetadata().getContinue())
                    .build());

    assertThat(first.getItems())
        .extracting(each -> each.getMetadata().getName())
        .containsExactly("contract-a", "contract-b");
    assertThat(second.getItems())
        .extracting(each -> each.getMetadata().getName())
        .containsExactly("contract-c");
    assertThat(second.getMetadata().getContinue()).isNullOrEmpty();
  }

  @Test
  void list_bySelectors_findsOnlyWhatMatches() {
    client().resource(settings("contract-a").build()).create();
    client()
        .resource(
            settings("contract-b").editMetadata().addToLabels("tier", "web").endMetadata().build())
        .create();

    assertThat(client().configMaps().withLabelIn("tier", "web", "api").list().getItems())
        .extracting(each -> each.getMetadata().getName())
        .containsExactly("contract-b");
    assertThat(client().configMaps().withLabel("contract").withoutLabel("tier").list().getItems())
        .extracting(each -> each.getMetadata().getName())
        .containsExactly("contract-a");
    assertThat(client().configMaps().withField("metadata.name", "contract-b").list().getItems())
        .hasSize(1);
  }

  @Test
  void watch_fromAVersion_seesWhatFollows() throws InterruptedException {
    ConfigMap first = client().resource(settings("contract").build()).create();
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();

    try (Watch _ = client().configMaps().withLabel("contract", "yes").watch(into(seen))) {
      assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("ADDED {}");
      client()
          .resource(new ConfigMapBuilder(first).withData(Map.of("A", "1")).build())
          .lockResourceVersion()
          .update();
      assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("MODIFIED {A=1}");
      client().configMaps().withName("contract").delete();
      assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("DELETED {A=1}");
    }
  }

  private static Watcher<ConfigMap> into(BlockingQueue<String> seen) {
    return new Watcher<>() {
      @Override
      public void eventReceived(Action action, ConfigMap object) {
        seen.add(action + " " + (object.getData() == null ? Map.of() : object.getData()));
      }

      @Override
      public void onClose(WatcherException cause) {
        seen.add("CLOSED " + cause.getMessage());
      }
    };
  }

  @Test
  void statusWrite_leavesSpecAlone_andOrdinaryWriteLeavesStatusAlone() {
    client()
        .resource(
            deployment()
                .editSpec()
                .withPaused(true)
                .endSpec()
                .withNewStatus()
                .withReplicas(77)
                .endStatus()
                .build())
        .create();
    Deployment created = client().apps().deployments().withName("contract").require();

    Deployment after =
        client()
            .apps()
            .deployments()
            .withName("contract")
            .editStatus(d ->
                new DeploymentBuilder(d)
                    .editSpec()
                    .withReplicas(9)
                    .endSpec()
                    .editOrNewStatus()
                    .withCollisionCount(3)
                    .endStatus()
                    .build());

    assertThat(Objects.equals(created.getStatus().getReplicas(), 77)).isFalse();
    assertThat(after.getSpec().getReplicas()).isEqualTo(1);
    assertThat(after.getMetadata().getGeneration())
        .isEqualTo(created.getMetadata().getGeneration());
  }

  @Test
  void scale_changesReplicasAlone() {
    client().resource(deployment().build()).create();

    client().apps().deployments().withName("contract").scale(3);

    Deployment after = client().apps().deployments().withName("contract").require();
    assertThat(after.getSpec().getReplicas()).isEqualTo(3);
    assertThat(after.getMetadata().getGeneration()).isEqualTo(2);
  }

  @Test
  void delete_ofAnotherUid_isAConflict() {
    client().resource(settings("contract").build()).create();

    KubernetesClientException refused =
        catchThrowableOfType(
            KubernetesClientException.class,
            () ->
                client()
                    .raw(
                        "/api/v1/namespaces/" + namespace() + "/configmaps/contract",
                        "DELETE",
                        Map.of("preconditions", new Preconditions(null, "another"))));

    assertThat(refused.getCode()).isEqualTo(409);
    assertThat(client().configMaps().withName("contract").get()).isNotNull();
  }

  @Test
  void selector_ofADeployment_isImmutable() {
    client().resource(deployment().build()).create();

    KubernetesClientException refused =
        catchThrowableOfType(
            KubernetesClientException.class,
            () ->
                client()
                    .apps()
                    .deployments()
                    .withName("contract")
                    .edit(d ->
                        new DeploymentBuilder(d)
                            .editSpec()
                            .editSelector()
                            .addToMatchLabels("more", "yes")
                            .endSelector()
                            .editTemplate()
                            .editMetadata()
                            .addToLabels("more", "yes")
                            .endMetadata()
                            .endTemplate()
                            .endSpec()
                            .build()));

    assertThat(refused.getCode()).isEqualTo(422);
    assertThat(refused.getStatus().getMessage()).contains("spec.selector").contains("immutable");
  }

  @Test
  void finalizer_keepsADeletedObjectUntilItIsTakenAway() {
    ConfigMap held =
        client()
            .resource(
                settings("contract")
                    .editMetadata()
                    .addToFinalizers("shop.example/hold")
                    .endMetadata()
                    .build())
            .create();
    client().configMaps().withName("contract").delete();

    ConfigMap going = client().configMaps().withName("contract").require();
    client()
        .resource(new ConfigMapBuilder(going).editMetadata().withFinalizers().endMetadata().build())
        .update();

    assertThat(going.getMetadata().getDeletionTimestamp()).isNotNull();
    assertThat(going.getMetadata().getUid()).isEqualTo(held.getMetadata().getUid());
    assertThat(client().configMaps().withName("contract").get()).isNull();
  }
}
