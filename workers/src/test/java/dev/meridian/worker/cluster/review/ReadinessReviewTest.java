package dev.meridian.worker.cluster.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.document.Reading;
import dev.meridian.worker.frozen.FrozenExample;
import dev.meridian.worker.frozen.FrozenRollout;
import dev.meridian.worker.manifest.KubernetesObject;
import dev.meridian.worker.manifest.ManifestSet;
import dev.meridian.worker.manifest.PlainManifestRenderer;
import dev.meridian.worker.manifest.RenderParameters;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessReviewTest {
  private static final LiveCluster EMPTY = new LiveCluster(true, List.of(), List.of(), List.of());
  private final ReadinessReview review = new ReadinessReview();

  @Test
  void example_hasNoBlockingFinding() {
    List<Finding> findings = review.findings(example(), "checkout", EMPTY);
    assertThat(findings).noneMatch(Finding::blocking);
    assertThat(findings)
        .extracting(Finding::sentence)
        .singleElement()
        .asString()
        .contains("topologySpreadConstraints");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/spec/template/spec/containers/0 | readinessProbe | | no readinessProbe",
        "/spec/template/spec/containers/0 | resources | {} | BestEffort",
        "/spec/template/spec/containers/0 | image | \"shop/checkout:latest\" | by digest",
        "/spec/template/spec/containers/0/securityContext | readOnlyRootFilesystem | false | root",
        "/spec/template/spec/containers/0/securityContext | privileged | true | privileged",
        "/spec/template/spec/containers/0/securityContext/capabilities | drop | [] | capabilities",
        "/spec/template/spec/securityContext | runAsNonRoot | false | may run as root",
        "/spec/template/spec | terminationGracePeriodSeconds | 0 | mid-answer",
        "/spec/strategy | type | \"Recreate\" | RollingUpdate",
        "/spec/strategy/rollingUpdate | maxUnavailable | \"100%\" | lose all",
        "/spec/strategy/rollingUpdate | maxSurge | 0 | can replace no pod",
        "/metadata | namespace | \"kube-system\" | writes only to its own"
      })
  void fault_inTheDeployment_blocks(String at, String field, String value, String words) {
    List<Finding> findings =
        review.findings(
            changed("Deployment", deployment -> set(deployment, at, field, value)),
            "checkout",
            EMPTY);
    assertThat(findings)
        .filteredOn(Finding::blocking)
        .extracting(Finding::sentence)
        .anySatisfy(sentence -> assertThat(sentence).contains(words));
  }

  @Test
  void budget_thatLetsNoPodGo_blocks_whereverItStands() {
    KubernetesObject strict = budget("\"maxUnavailable\":0");
    assertThat(blocking(new LiveCluster(true, List.of(), List.of(), List.of(strict))))
        .isEmpty(); // the template's own budget of that name replaces it
    KubernetesObject other =
        strict.with(tree -> tree.withObjectProperty("metadata").put("name", "other"));
    assertThat(blocking(new LiveCluster(true, List.of(), List.of(), List.of(other))))
        .singleElement()
        .asString()
        .contains("PodDisruptionBudget other lets none of 4 pods go");
    KubernetesObject roomy =
        budget("\"minAvailable\":\"50%\"")
            .with(tree -> tree.withObjectProperty("metadata").put("name", "other"));
    assertThat(blocking(new LiveCluster(true, List.of(), List.of(), List.of(roomy)))).isEmpty();
  }

  @Test
  void autoscaler_withItsBoundsTheWrongWayRound_blocks() {
    KubernetesObject scaler =
        KubernetesObject.parse(
            """
            {"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler",
             "metadata":{"name":"checkout","namespace":"checkout"},
             "spec":{"minReplicas":9,"maxReplicas":3,
                     "scaleTargetRef":{"kind":"Deployment","name":"checkout"}}}
            """);
    assertThat(blocking(new LiveCluster(true, List.of(), List.of(scaler), List.of())))
        .singleElement()
        .asString()
        .contains("minReplicas 9 above maxReplicas 3");
  }

  @Test
  void namespace_thatDoesNotExist_blocks() {
    assertThat(blocking(new LiveCluster(false, List.of(), List.of(), List.of())))
        .containsExactly("the namespace checkout does not exist: create it");
  }

  @Test
  void deployment_keptByGitOps_warns() {
    KubernetesObject live =
        KubernetesObject.parse(
            """
            {"kind":"Deployment","metadata":{"name":"checkout","managedFields":[
              {"manager":"argocd-controller","operation":"Apply"}]}}
            """);
    assertThat(
            review.findings(
                example(), "checkout", new LiveCluster(true, List.of(live), List.of(), List.of())))
        .contains(
            Finding.warns(
                "Deployment checkout is kept by argocd-controller, which may undo what Meridian"
                    + " applies"));
  }

  private List<String> blocking(LiveCluster live) {
    return review.findings(example(), "checkout", live).stream()
        .filter(Finding::blocking)
        .map(Finding::sentence)
        .toList();
  }

  private static KubernetesObject budget(String rule) {
    return KubernetesObject.parse(
        "{\"apiVersion\":\"policy/v1\",\"kind\":\"PodDisruptionBudget\","
            + "\"metadata\":{\"name\":\"checkout\",\"namespace\":\"checkout\"},"
            + "\"spec\":{"
            + rule
            + ",\"selector\":{\"matchLabels\":{\"app\":\"checkout\"}}}}");
  }

  private static void set(
      ObjectNode tree, String at, String field, @org.jspecify.annotations.Nullable String value) {
    ObjectNode parent = (ObjectNode) tree.at(at);
    if (value == null) {
      parent.remove(field);
    } else {
      parent.set(field, KubernetesObject.parse("{\"v\":" + value + "}").at("/v"));
    }
  }

  private static ManifestSet changed(String kind, Consumer<ObjectNode> change) {
    return new ManifestSet(
        example().objects().stream()
            .map(object -> object.kind().equals(kind) ? object.with(change) : object)
            .toList());
  }

  private static ManifestSet example() {
    FrozenRollout rollout = FrozenExample.checkout().of("eu-west-3");
    return switch (new PlainManifestRenderer()
        .render(rollout.revision().template(), RenderParameters.of(rollout))) {
      case Reading.Valid<ManifestSet>(ManifestSet set) -> set;
      case Reading.Invalid<ManifestSet> invalid -> throw new AssertionError(invalid.problems());
    };
  }
}
