package dev.meridian.sandbox.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people type. */
class KubectlTest {
  private static final String MANIFEST =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: more}
      data: {COLOUR: %s}
      """;

  @TempDir Path directory;
  private Worlds worlds;

  @BeforeEach
  void start() {
    boolean installed =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(each -> Files.isExecutable(Path.of(each, "kubectl")));
    assumeTrue(installed, "kubectl is not on the PATH: what people see is not tried here");
    worlds = new Worlds();
    worlds.kubernetes.writeKubeconfig(directory.resolve("kubeconfig"));
  }

  @AfterEach
  void stop() {
    if (worlds != null) {
      worlds.close();
    }
  }

  private String kubectl(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "kubectl",
                "--kubeconfig=" + directory.resolve("kubeconfig"),
                "--cache-dir=" + directory.resolve("cache"),
                "--context=eu-west-3",
                "--namespace=checkout",
                "--request-timeout=20s"));
    command.addAll(List.of(arguments));
    Path output = directory.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    String text = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(ended).as("kubectl %s: %s", List.of(arguments), text).isTrue();
    return text;
  }

  @Test
  void get_deploymentsAndPods_printsWhatAPersonExpects() throws Exception {
    String text = kubectl("get", "deploy,pods", "-o", "wide");

    assertThat(text.lines().toList())
        .hasSize(8)
        .first()
        .asString()
        .matches("NAME +READY +UP-TO-DATE +AVAILABLE +AGE +CONTAINERS +IMAGES +SELECTOR");
    assertThat(text)
        .containsPattern(
            "deployment.apps/checkout +4/4 +4 +4 +60m +checkout"
                + " +registry.eu-west-3.shop.example/shop/checkout@sha256:1{64} +app=checkout")
        .containsPattern("pod/checkout-[a-z0-9]+-[a-z0-9]{5} +1/1 +Running +0 +60m");
  }

  @Test
  void apply_ofAManifest_createsThenConfiguresThenLeavesAlone() throws Exception {
    Path manifest = directory.resolve("settings.yaml");
    Files.writeString(manifest, MANIFEST.formatted("blue"));
    String created = kubectl("apply", "-f", manifest.toString());
    String unchanged = kubectl("apply", "-f", manifest.toString());
    Files.writeString(manifest, MANIFEST.formatted("green"));
    String configured = kubectl("apply", "-f", manifest.toString());

    assertThat(created).contains("configmap/more created");
    assertThat(unchanged).contains("configmap/more unchanged");
    assertThat(configured).contains("configmap/more configured");
    assertThat(kubectl("get", "cm", "more", "-o", "jsonpath={.data.COLOUR}")).isEqualTo("green");
  }

  @Test
  void setImage_thenRolloutStatus_succeedsAndHistoryKnowsBoth() throws Exception {
    String set = kubectl("set", "image", "deploy/checkout", "checkout=" + worlds.image(2));
    worlds.pass(Duration.ofMinutes(1));

    assertThat(set).contains("deployment.apps/checkout image updated");
    assertThat(kubectl("rollout", "status", "deploy/checkout"))
        .contains("deployment \"checkout\" successfully rolled out");
    assertThat(kubectl("rollout", "history", "deploy/checkout")).contains("1 ", "2 ");
    assertThat(kubectl("describe", "deploy", "checkout"))
        .contains("StrategyType:           RollingUpdate", "4 updated | 4 total | 4 available");
  }

  @Test
  void scaleAndLogsAndDelete_work() throws Exception {
    assertThat(kubectl("scale", "deploy/checkout", "--replicas=2"))
        .contains("deployment.apps/checkout scaled");
    worlds.pass(Duration.ofSeconds(30));
    assertThat(kubectl("get", "pods", "--no-headers").lines()).hasSize(2);
    assertThat(kubectl("logs", "deploy/checkout")).contains("listening on :8080");
    assertThat(kubectl("delete", "pdb", "checkout"))
        .contains("poddisruptionbudget.policy \"checkout\" deleted");
    assertThat(kubectl("get", "deploy", "nothing"))
        .contains("Error from server (NotFound): deployments.apps \"nothing\" not found");
  }
}
