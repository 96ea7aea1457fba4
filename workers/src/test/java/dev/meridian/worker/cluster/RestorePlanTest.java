package dev.meridian.worker.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.worker.manifest.KubernetesObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestorePlanTest {
  private static final String KUBECTL_ALL =
      owner(
          "kubectl",
          "Update",
          "{\"f:spec\":{\"f:replicas\":{},\"f:template\":{\"f:spec\":{\"f:containers\":"
              + "{\"k:{\\\"name\\\":\\\"app\\\"}\":{\".\":{},\"f:name\":{},\"f:image\":{},"
              + "\"f:env\":{\"k:{\\\"name\\\":\\\"TZ\\\"}\":{\".\":{},\"f:name\":{},\"f:value\":{}}}}}}}}}");

  @Test
  void firstContact_whenWeTookTheImage_givesTheIncumbentsImageBackAndNothingElse() {
    KubernetesObject before = deployment("app:1", 4, "UTC", KUBECTL_ALL);
    KubernetesObject live = deployment("app:2", 4, "UTC", KUBECTL_ALL, ours("f:image"));
    RestorePlan plan = plan(before, live, live);
    assertThat(plan.object().at("/spec").toString())
        .isEqualTo(
            "{\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\",\"image\":\"app:1\"}]}}}");
    assertThat(plan.kept()).isEmpty();
  }

  @Test
  void laterEdit_ofAFieldThatWeDoNotOwn_staysAndIsReported() {
    KubernetesObject before = deployment("app:1", 4, "UTC", KUBECTL_ALL);
    KubernetesObject live = deployment("app:2", 4, "Asia/Seoul", KUBECTL_ALL, ours("f:image"));
    RestorePlan plan = plan(before, live, live);
    assertThat(plan.object().at("/spec").toString()).doesNotContain("TZ");
    assertThat(plan.kept())
        .singleElement()
        .asString()
        .contains("spec.template.spec.containers[app].env[TZ].value")
        .contains("kubectl");
  }

  @Test
  void laterEdit_ofTheFieldThatWeHadTaken_staysAndIsReported() {
    KubernetesObject before = deployment("app:1", 4, "UTC", KUBECTL_ALL);
    KubernetesObject live = deployment("app:hotfix", 4, "UTC", KUBECTL_ALL);
    RestorePlan plan = plan(before, live, deployment("app:2", 4, "UTC"));
    assertThat(plan.object().at("/spec/template").isMissingNode()).isTrue();
    assertThat(plan.kept()).singleElement().asString().contains("image").contains("kubectl");
  }

  @Test
  void fieldOfOurs_thatTheContenderDropped_comesBack() {
    KubernetesObject before = deployment("app:1", 4, "UTC", ours("f:image"), ours("f:env"));
    KubernetesObject live =
        deployment("app:2", 4, "", ours("f:image"))
            .with(tree ->
                ((com.fasterxml.jackson.databind.node.ObjectNode)
                        tree.at("/spec/template/spec/containers/0"))
                    .remove("env"));
    RestorePlan plan = plan(before, live, live);
    assertThat(plan.object().at("/spec/template/spec/containers/0/env/0/value").asText())
        .isEqualTo("UTC");
    assertThat(plan.kept()).isEmpty();
  }

  @Test
  void replicas_whenTheLoadHasGrown_areNeverFewerThanNow() {
    String replicas = owner("meridian", "Apply", "{\"f:spec\":{\"f:replicas\":{}}}");
    assertThat(replicasBack(4, 9, replicas)).isEqualTo(9);
    assertThat(replicasBack(4, 4, replicas)).isEqualTo(4);
    assertThat(replicasBack(4, 2, replicas)).isEqualTo(4);
  }

  private static int replicasBack(int before, int live, String owner) {
    RestorePlan plan =
        plan(
            deployment("app:1", before, "UTC", owner),
            deployment("app:1", live, "UTC", owner),
            deployment("app:1", live, "UTC"));
    return plan.object().at("/spec/replicas").asInt();
  }

  @Test
  void server_withoutFieldOwners_getsTheWholeRecordBack() {
    KubernetesObject before = deployment("app:1", 4, "UTC");
    RestorePlan plan = plan(before, deployment("app:2", 4, "UTC"), before);
    assertThat(plan.object().at("/spec/template/spec/containers/0/image").asText())
        .isEqualTo("app:1");
  }

  @Test
  void fence_isNeverPartOfTheWayBack() {
    String owner =
        owner(
            "meridian",
            "Apply",
            "{\"f:metadata\":{\"f:annotations\":{\"f:meridian.dev/fence\":{}}}}");
    KubernetesObject before =
        deployment("app:1", 4, "UTC", owner).withAnnotation(Fence.ANNOTATION, "old");
    RestorePlan plan = plan(before, before, before);
    assertThat(plan.object().annotation(Fence.ANNOTATION)).isEmpty();
  }

  private static RestorePlan plan(
      KubernetesObject before, KubernetesObject live, KubernetesObject contender) {
    return RestorePlan.of(new RestorePlan.States(before, live, Optional.of(contender)));
  }

  private static String ours(String field) {
    String below =
        field.equals("f:env")
            ? "{\"k:{\\\"name\\\":\\\"TZ\\\"}\":{\".\":{},\"f:name\":{},\"f:value\":{}}}"
            : "{}";
    return owner(
        "meridian",
        "Apply",
        "{\"f:spec\":{\"f:template\":{\"f:spec\":{\"f:containers\":{\"k:{\\\"name\\\":\\\"app\\\"}\":"
            + "{\".\":{},\"f:name\":{},\""
            + field
            + "\":"
            + below
            + "}}}}}}");
  }

  private static String owner(String manager, String operation, String fields) {
    return "{\"manager\":\""
        + manager
        + "\",\"operation\":\""
        + operation
        + "\",\"fieldsV1\":"
        + fields
        + "}";
  }

  private static KubernetesObject deployment(
      String image, int replicas, String zone, String... owners) {
    return KubernetesObject.parse(
        """
        {"apiVersion":"apps/v1","kind":"Deployment",
         "metadata":{"name":"app","namespace":"shop","managedFields":[%s]},
         "spec":{"replicas":%d,"template":{"spec":{"containers":[
           {"name":"app","image":"%s","env":[{"name":"TZ","value":"%s"}]}]}}}}
        """
            .formatted(String.join(",", List.of(owners)), replicas, image, zone));
  }
}
