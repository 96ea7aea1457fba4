package dev.meridian.sandbox.kubernetes;

import static dev.meridian.sandbox.kubernetes.Worlds.BEGINS;
import static dev.meridian.sandbox.kubernetes.Worlds.MONTREAL;
import static dev.meridian.sandbox.kubernetes.Worlds.PARIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.RunningPods.Running;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolloutOverTimeTest {
  private Worlds worlds;
  private KubernetesClient client;

  @BeforeEach
  void start() {
    worlds = new Worlds();
    client = worlds.client(PARIS);
  }

  @AfterEach
  void stop() {
    client.close();
    worlds.close();
  }

  private Deployment deployment() {
    return client.apps().deployments().withName("checkout").get();
  }

  private Deployment release(String image) {
    return client
        .apps()
        .deployments()
        .withName("checkout")
        .edit(live ->
            new DeploymentBuilder(live)
                .editSpec()
                .editTemplate()
                .editMetadata()
                .addToLabels("revision", "contender")
                .endMetadata()
                .editSpec()
                .editFirstContainer()
                .withImage(image)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());
  }

  private int ready(String label) {
    return worlds.kubernetes.at(PARIS, worlds.clock.now()).stream()
        .filter(each -> each.label().equals(label))
        .mapToInt(Running::ready)
        .sum();
  }

  private static Optional<DeploymentCondition> condition(Deployment deployment, String type) {
    return deployment.getStatus().getConditions().stream()
        .filter(each -> each.getType().equals(type))
        .findFirst();
  }

  @Test
  void incumbent_atTheBeginning_servesEverywhereSinceBefore() {
    String label = Incumbent.label(worlds.spec.incumbent());

    assertThat(worlds.kubernetes.at(PARIS, BEGINS))
        .singleElement()
        .satisfies(running -> {
          assertThat(running.image()).isEqualTo(worlds.spec.incumbent());
          assertThat(running.label()).isEqualTo(label);
          assertThat(running.ready()).isEqualTo(4);
          assertThat(running.since()).isBefore(BEGINS);
        });
    assertThat(worlds.kubernetes.at(MONTREAL, BEGINS))
        .first()
        .extracting(Running::ready)
        .isEqualTo(3);
    assertThat(deployment().getStatus().getAvailableReplicas()).isEqualTo(4);
    assertThat(deployment().getMetadata().getManagedFields())
        .anyMatch(each -> each.getManager().equals("kubectl-client-side-apply"));
  }

  @Test
  void newGeneration_justWritten_isNotYetObserved() {
    long before = deployment().getStatus().getObservedGeneration();

    Deployment written = release(worlds.image(2));

    assertThat(written.getMetadata().getGeneration()).isEqualTo(before + 1);
    assertThat(deployment().getStatus().getObservedGeneration()).isEqualTo(before);
    worlds.pass(Duration.ofSeconds(1));
    assertThat(deployment().getStatus().getObservedGeneration()).isEqualTo(before + 1);
    assertThat(deployment().getStatus().getUpdatedReplicas()).isEqualTo(1);
  }

  @Test
  void rollingUpdate_onItsWay_neverHasFewerReadyPodsThanAsked() {
    release(worlds.image(2));

    for (int second = 0; second < 40; second++) {
      worlds.pass(Duration.ofSeconds(1));
      int all =
          worlds.kubernetes.at(PARIS, worlds.clock.now()).stream().mapToInt(Running::ready).sum();
      assertThat(all).isBetween(4, 5);
    }
    assertThat(ready("contender")).isEqualTo(4);
    Deployment done = deployment();
    assertThat(done.getStatus().getUpdatedReplicas()).isEqualTo(4);
    assertThat(condition(done, "Progressing"))
        .hasValueSatisfying(
            each -> assertThat(each.getReason()).isEqualTo("NewReplicaSetAvailable"));
  }

  @Test
  void pods_whileRolling_appearWithOwnersLabelsAndStates() {
    release(worlds.image(2));
    worlds.pass(Duration.ofMillis(1500));

    List<Pod> fresh = client.pods().withLabel("revision", "contender").list().getItems();

    assertThat(fresh)
        .singleElement()
        .satisfies(pod -> {
          assertThat(pod.getMetadata().getOwnerReferences().getFirst().getKind())
              .isEqualTo("ReplicaSet");
          assertThat(pod.getMetadata().getLabels()).containsKey("pod-template-hash");
          assertThat(pod.getStatus().getContainerStatuses().getFirst().getReady()).isFalse();
        });
    assertThat(client.apps().replicaSets().list().getItems()).hasSize(2);
  }

  /** As {@code kubectl rollout undo} does: the template comes back with its fields in disorder. */
  @Test
  void template_thatComesBack_hasItsReplicaSetAgain() {
    release(worlds.image(2));
    worlds.pass(Duration.ofMinutes(1));

    client.apps().deployments().withName("checkout").rolling().undo();
    worlds.pass(Duration.ofMinutes(1));

    assertThat(client.apps().replicaSets().list().getItems())
        .hasSize(2)
        .filteredOn(each -> each.getSpec().getReplicas() == 4)
        .singleElement()
        .satisfies(each ->
            assertThat(each.getMetadata().getAnnotations())
                .containsEntry("deployment.kubernetes.io/revision", "3"));
    assertThat(ready(Incumbent.label(worlds.spec.incumbent()))).isEqualTo(4);
  }

  @Test
  void image_thatNoRegistryServes_neverStartsAndFailsAtTheDeadline() {
    release(worlds.image(9));
    worlds.pass(Duration.ofMinutes(1));

    Pod stuck = client.pods().withLabel("revision", "contender").list().getItems().getFirst();
    assertThat(
            stuck.getStatus().getContainerStatuses().getFirst().getState().getWaiting().getReason())
        .isEqualTo("ImagePullBackOff");
    assertThat(ready("contender")).isZero();
    assertThat(condition(deployment(), "Progressing"))
        .hasValueSatisfying(each -> assertThat(each.getStatus()).isEqualTo("True"));

    worlds.pass(Duration.ofMinutes(10));
    assertThat(condition(deployment(), "Progressing"))
        .hasValueSatisfying(each -> {
          assertThat(each.getStatus()).isEqualTo("False");
          assertThat(each.getReason()).isEqualTo("ProgressDeadlineExceeded");
        });
    assertThat(worlds.kubernetes.at(PARIS, worlds.clock.now())).hasSize(1);
  }

  @Test
  void registryAway_whilePulling_holdsPodsUntilItIsBack() {
    String fault =
        worlds.faults.begin(Fault.Kind.REGISTRY_AWAY, Optional.of(PARIS), Optional.empty());
    release(worlds.image(2));
    worlds.pass(Duration.ofMinutes(2));
    assertThat(ready("contender")).isZero();

    worlds.faults.end(fault);
    worlds.pass(Duration.ofMinutes(2));

    assertThat(ready("contender")).isEqualTo(4);
  }

  /** A fault gets its instant, then goes to disk, then is known: time passes in between. */
  @Test
  void registryFault_knownLate_changesWhatWasDecidedMeanwhile() {
    release(worlds.image(2));
    Fault late = new Fault(Fault.Kind.REGISTRY_AWAY, Optional.of(PARIS), BEGINS, Optional.empty());
    worlds.pass(Duration.ofSeconds(7));
    assertThat(ready("contender")).isPositive();

    worlds.learn(late);

    assertThat(ready("contender")).isZero();
  }

  @Test
  void past_askedAgainAfterARestart_isTheSame() {
    release(worlds.image(2));
    worlds.pass(Duration.ofSeconds(45));
    release(worlds.image(1));
    worlds.pass(Duration.ofSeconds(45));
    Instant to = worlds.clock.now();
    List<Instant> changes = worlds.kubernetes.changes(PARIS, BEGINS, to);
    List<List<Running>> answers =
        changes.stream().map(when -> worlds.kubernetes.at(PARIS, when)).toList();
    List<String> pods =
        client.pods().list().getItems().stream().map(each -> each.getMetadata().getName()).toList();

    worlds.restart();

    assertThat(changes).hasSize(8);
    assertThat(worlds.kubernetes.changes(PARIS, BEGINS, to)).isEqualTo(changes);
    assertThat(changes.stream().map(when -> worlds.kubernetes.at(PARIS, when)).toList())
        .isEqualTo(answers);
    try (KubernetesClient again = worlds.client(PARIS)) {
      assertThat(again.pods().list().getItems())
          .extracting(each -> each.getMetadata().getName())
          .containsExactlyElementsOf(pods);
    }
  }

  @Test
  void deletedPod_ofADeployment_isReplaced() {
    Pod victim = client.pods().list().getItems().getFirst();

    client.pods().withName(victim.getMetadata().getName()).delete();
    worlds.pass(Duration.ofMillis(100));
    int meanwhile = ready(Incumbent.label(worlds.spec.incumbent()));
    worlds.pass(Duration.ofSeconds(10));

    assertThat(meanwhile).isEqualTo(3);
    assertThat(ready(Incumbent.label(worlds.spec.incumbent()))).isEqualTo(4);
    assertThat(client.pods().withName(victim.getMetadata().getName()).get()).isNull();
  }

  @Test
  void deletedDeployment_takesItsPodsAlong() {
    worlds.pass(Duration.ofSeconds(1));
    client.apps().deployments().withName("checkout").delete();
    worlds.pass(Duration.ofSeconds(5));

    assertThat(deployment()).isNull();
    assertThat(client.pods().list().getItems()).isEmpty();
    assertThat(client.apps().replicaSets().list().getItems()).isEmpty();
    assertThat(worlds.kubernetes.at(PARIS, worlds.clock.now())).isEmpty();
    assertThat(worlds.kubernetes.at(PARIS, BEGINS)).hasSize(1);
  }
}
