package dev.meridian.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.sandbox.world.ExampleImage;
import dev.meridian.sandbox.world.ExampleWorld;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.WorldOrigin;
import dev.meridian.sandbox.world.WorldTime;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningWorldTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path directory;
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    http.close();
  }

  @Test
  void world_stoppedAndStarted_saysTheSameAboutThePast() throws Exception {
    String query = "sum by (region, code) (increase(http_requests_total[6h]))";
    String before;
    Instant stopped;
    try (RunningWorld world = WorldProcess.start(directory)) {
      before = ask(world, query, WorldProcess.STARTS);
      world.faults().begin(Fault.Kind.STORM, Optional.empty(), Optional.empty());
      stopped = world.clock().now();
    }
    assertThat(before).contains("ap-northeast-2");
    try (RunningWorld world = WorldProcess.start(directory)) {
      assertThat(ask(world, query, WorldProcess.STARTS)).isEqualTo(before);
      assertThat(world.faults().all()).hasSize(1);
      assertThat(world.clock().now())
          .isBetween(stopped, stopped.plus(LIMIT.multipliedBy(WorldProcess.FACTOR)));
    }
  }

  @Test
  void world_killed_remembersWhatItHasAnswered() throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                WorldProcess.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Instant answered;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null && !line.startsWith(WorldProcess.ACCEPTED)) {
        line = lines.readLine();
      }
      assertThat(line).as("what the process said").isNotNull();
      answered = Instant.parse(line.substring(WorldProcess.ACCEPTED.length()));
    } finally {
      process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }
    try (RunningWorld world = WorldProcess.start(directory)) {
      assertThat(world.faults().all()).extracting(Fault::kind).containsExactly(Fault.Kind.STORM);
      assertThat(world.clock().now()).isAfterOrEqualTo(answered);
    }
  }

  @Test
  void image_appliedToACluster_showsInMetricsUnderItsOwnRevision() throws Exception {
    try (RunningWorld world = WorldProcess.start(directory);
        KubernetesClient cluster = client(world, "ap-northeast-2")) {
      cluster
          .apps()
          .deployments()
          .inNamespace("checkout")
          .withName("checkout")
          .edit(deployment -> {
            var template = deployment.getSpec().getTemplate();
            template.getMetadata().getLabels().put("revision", "contender");
            template
                .getSpec()
                .getContainers()
                .getFirst()
                .setImage(
                    "registry.ap-northeast-2.shop.example/"
                        + ExampleImage.TRAIT_DEFECT.reference());
            return deployment;
          });
      String failing = "sum(http_requests_total{revision=\"contender\",code=\"500\"}) > 20";
      await(() -> !json(ask(world, failing, world.clock().now())).at("/data/result").isEmpty());
      assertThat(world.traffic().harmed(WorldProcess.STARTS, world.clock().now())).isPositive();
    }
  }

  @Test
  void everyHostOfTheDocuments_hasAnAddressThatAnswers() throws Exception {
    try (RunningWorld world = WorldProcess.start(directory)) {
      WorldAddresses addresses = world.addresses();
      assertThat(addresses.hostAliases()).hasSize(23);
      String service = addresses.hostAliases().get("checkout.eu-west-3.shop.example");
      assertThat(service).startsWith("127.0.1.1:");
      assertThat(status("http://" + service + "/healthz")).isEqualTo(200);
      String registry = addresses.hostAliases().get("registry.sa-east-1.shop.example");
      assertThat(status("http://" + registry + "/v2/")).isEqualTo(200);
      String checks = addresses.hostAliases().get("checks.shop.example");
      assertThat(status("http://" + checks + "/integration?region=eu-west-3")).isBetween(400, 499);
      assertThat(status(addresses.pager().toString())).isEqualTo(200);
      assertThat(status(addresses.faults().toString())).isEqualTo(200);
      assertThat(addresses.hostAliasesText()).contains("checks.shop.example=127.0.0.1:");
    }
  }

  @Test
  void metrics_away_areAnswered503UntilTheFaultEnds() throws Exception {
    try (RunningWorld world = WorldProcess.start(directory)) {
      String id = world.faults().begin(Fault.Kind.METRICS_AWAY, Optional.empty(), Optional.empty());
      assertThat(get(world, "up", world.clock().now()).statusCode()).isEqualTo(503);
      world.faults().end(id);
      assertThat(get(world, "up", world.clock().now()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void directory_ofAnotherWorld_isRefused() {
    WorldProcess.start(directory).close();
    assertThat(WorldOrigin.in(directory)).contains(new WorldOrigin(7, WorldProcess.BEGINS));
    WorldSettings settings =
        new WorldSettings(
            directory, WorldTime.resume(directory, 1, WorldProcess.STARTS), WorldPorts.ANY);
    assertThatThrownBy(() -> RunningWorld.start(ExampleWorld.of(8, WorldProcess.BEGINS), settings))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("world of seed 7");
    WorldProcess.start(directory).close();
  }

  @Test
  void directory_inUse_isRefused() {
    try (RunningWorld world = WorldProcess.start(directory)) {
      assertThat(Files.exists(world.addresses().kubeconfig())).isTrue();
      assertThatThrownBy(() -> WorldProcess.start(directory))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another world uses");
    }
  }

  private static KubernetesClient client(RunningWorld world, String region) {
    File kubeconfig = world.addresses().kubeconfig().toFile();
    Config config = Config.fromKubeconfig(region, kubeconfig);
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("time until it came true").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private String ask(RunningWorld world, String query, Instant at)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = get(world, query, at);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> get(RunningWorld world, String query, Instant at)
      throws IOException, InterruptedException {
    String path =
        "/api/v1/query?time=" + at + "&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return http.send(
        HttpRequest.newBuilder(world.addresses().prometheus().resolve(path)).timeout(LIMIT).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private int status(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
