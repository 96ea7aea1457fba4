package dev.meridian.worker.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import dev.meridian.service.ManifestTemplate;
import dev.meridian.worker.frozen.FrozenExample;
import dev.meridian.worker.frozen.FrozenRollout;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlainManifestRendererTest {
  private final PlainManifestRenderer renderer = new PlainManifestRenderer();

  @Test
  void example_inFrankfurt_hasItsImageReplicasAndRevision() {
    FrozenRollout rollout = FrozenExample.checkout().of("eu-central-1");
    ManifestSet set =
        valid(renderer.render(rollout.revision().template(), RenderParameters.of(rollout)));
    KubernetesObject deployment = set.ofKind("Deployment").getFirst();
    assertThat(deployment.at("/spec/replicas").isInt()).isTrue();
    assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(11);
    assertThat(deployment.at("/spec/template/spec/containers/0/image").asText())
        .isEqualTo("registry.eu-central-1.shop.example/" + FrozenExample.CONTENDER);
    assertThat(deployment.at("/spec/template/metadata/labels/revision").asText())
        .isEqualTo(rollout.revision().id().label());
    assertThat(deployment.at("/spec/template/spec/containers/0/resources/requests/cpu").asText())
        .isEqualTo("250m");
  }

  @Test
  void parameters_ofTemplatePresenceAndRelease_overrideInThisOrder() {
    assertThat(replicas(FrozenExample.checkout(), "eu-west-3")).isEqualTo("4");
    assertThat(replicas(FrozenExample.checkout(), "us-east-1")).isEqualTo("19");
    FrozenExample release =
        FrozenExample.checkout().withParameters(Map.of("replicas", "2", "region", "moon"));
    assertThat(replicas(release, "us-east-1")).isEqualTo("2");
    assertThat(RenderParameters.of(release.of("us-east-1"))).containsEntry("region", "us-east-1");
  }

  private static String replicas(FrozenExample example, String region) {
    return RenderParameters.of(example.of(region)).getOrDefault("replicas", "none");
  }

  @Test
  void configMap_whenContentDiffers_hasAnotherNameAndReferencesFollow() {
    ManifestSet euro = valid(render(CONFIGURED, Map.of("currency", "EUR")));
    ManifestSet dollar = valid(render(CONFIGURED, Map.of("currency", "USD")));
    String name = euro.ofKind("ConfigMap").getFirst().name();
    assertThat(name).matches("settings-[0-9a-f]{10}");
    assertThat(dollar.ofKind("ConfigMap").getFirst().name()).isNotEqualTo(name);
    KubernetesObject deployment = euro.ofKind("Deployment").getFirst();
    assertThat(deployment.at("/spec/template/spec/containers/0/envFrom/0/configMapRef/name"))
        .hasToString("\"" + name + "\"");
    assertThat(
            deployment.at("/spec/template/spec/containers/0/env/0/valueFrom/configMapKeyRef/name"))
        .hasToString("\"" + name + "\"");
    assertThat(deployment.at("/spec/template/spec/volumes/0/configMap/name"))
        .hasToString("\"" + name + "\"");
    assertThat(deployment.at("/spec/template/spec/volumes/1/configMap/name"))
        .hasToString("\"elsewhere\"");
  }

  private static final String CONFIGURED =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings}
      data:
        CURRENCY: ${currency}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: app}
      spec:
        template:
          spec:
            containers:
              - name: app
                envFrom: [{configMapRef: {name: settings}}]
                env: [{name: C, valueFrom: {configMapKeyRef: {name: settings, key: CURRENCY}}}]
            volumes:
              - {name: a, configMap: {name: settings}}
              - {name: b, configMap: {name: elsewhere}}
      """;

  @Test
  void problems_ofEveryKind_areReportedAtOnce() {
    List<Problem> problems =
        invalid(
            render(
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: keys}
                ---
                kind: Service
                metadata:
                  name: ${who}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: "${what}-${who}"}
                """,
                Map.of("known", "1")));
    assertThat(problems)
        .extracting(Problem::value)
        .contains("${who}", "${what}", "Secret keys", "document 2");
    assertThat(problems).allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank());
  }

  @Test
  void parameterValue_thatLooksLikeYaml_staysOneValue() {
    ManifestSet set =
        valid(
            render(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a}
                data:
                  KEY: ${value}
                """,
                Map.of("value", "x\nkind: Secret")));
    KubernetesObject object = set.objects().getFirst();
    assertThat(object.kind()).isEqualTo("ConfigMap");
    assertThat(object.at("/data/KEY").asText()).isEqualTo("x\nkind: Secret");
  }

  @Test
  void scalars_plainAndQuoted_haveTheTypesOfKubernetes() {
    KubernetesObject object =
        valid(
                render(
                    """
                    apiVersion: v1
                    kind: Thing
                    metadata: {name: a}
                    spec:
                      mode: 0644
                      yes: yes
                      on: true
                      ratio: 0.5
                      text: "${n}"
                      number: ${n}
                      shell: $${HOME}
                      nothing: null
                      empty: {}
                    """,
                    Map.of("n", "7")))
            .objects()
            .getFirst();
    assertThat(object.at("/spec").toString())
        .isEqualTo(
            "{\"mode\":420,\"yes\":\"yes\",\"on\":true,\"ratio\":0.5,\"text\":\"7\",\"number\":7,"
                + "\"shell\":\"${HOME}\",\"empty\":{}}");
  }

  @Test
  void text_thatIsNoYaml_isRefusedWithARemedy() {
    assertThat(invalid(render("a: [${b}]", Map.of("b", "1"))))
        .singleElement()
        .satisfies(problem -> assertThat(problem.remedy()).contains("quote"));
  }

  @Test
  void twins_andEmptyTemplates_areRefused() {
    String one =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: a}
        """;
    assertThat(invalid(render(one + "---\n" + one, Map.of())))
        .singleElement()
        .satisfies(problem -> assertThat(problem.value()).isEqualTo("Service a"));
    assertThat(invalid(render("# nothing\n", Map.of()))).hasSize(1);
  }

  @Test
  void canonicalText_isTheSameForEqualSetsAndReadsBack() {
    ManifestSet set = valid(render(CONFIGURED, Map.of("currency", "EUR")));
    assertThat(ManifestSet.parse(set.canonical())).isEqualTo(set);
    assertThat(set.canonical().lines()).hasSize(2);
    assertThat(set.objects()).allSatisfy(o -> assertThat(o.namespace()).isEqualTo("shop"));
  }

  private Reading<ManifestSet> render(String text, Map<String, String> parameters) {
    TreeMap<String, String> all = new TreeMap<>(parameters);
    all.put("namespace", "shop");
    return renderer.render(
        new ManifestTemplate(ManifestTemplate.Engine.PLAIN, text, new TreeMap<>()), all);
  }

  private static ManifestSet valid(Reading<ManifestSet> reading) {
    return switch (reading) {
      case Reading.Valid<ManifestSet>(ManifestSet set) -> set;
      case Reading.Invalid<ManifestSet> invalid -> throw new AssertionError(invalid.problems());
    };
  }

  private static List<Problem> invalid(Reading<ManifestSet> reading) {
    return switch (reading) {
      case Reading.Valid<ManifestSet>(ManifestSet set) -> throw new AssertionError(set);
      case Reading.Invalid<ManifestSet> invalid -> invalid.problems();
    };
  }
}
