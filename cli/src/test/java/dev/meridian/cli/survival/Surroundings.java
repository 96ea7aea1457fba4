package dev.meridian.cli.survival;

import dev.meridian.cli.configuration.PaceText;
import dev.meridian.cli.rest.RestClient;
import dev.meridian.ledger.postgres.LedgerDatabase;
import dev.meridian.ledger.testing.CuttableWay;
import dev.meridian.pace.Pace;
import dev.meridian.release.ReleaseId;
import dev.meridian.sandbox.RunningWorld;
import dev.meridian.sandbox.WorldAddresses;
import dev.meridian.sandbox.WorldPorts;
import dev.meridian.sandbox.WorldSettings;
import dev.meridian.sandbox.engine.SandboxEngine;
import dev.meridian.sandbox.postgres.SandboxDatabase;
import dev.meridian.sandbox.world.ExampleImage;
import dev.meridian.sandbox.world.ExampleWorld;
import dev.meridian.sandbox.world.WorldTime;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that api and worker stand on, but not them: PostgreSQL and the engine, each behind a
 * way that can be cut, and the world. Api and worker are told of it by their environment alone.
 */
final class Surroundings implements AutoCloseable {
  static final String TOKEN = "a-token-for-tests-only";

  /** An hour of Meridian time in a wall second. */
  private static final int FACTOR = 3_600;

  private static final Instant BEGINS = Instant.parse("2026-03-02T06:00:00Z");
  private static final long SEED = 20_260_302;

  private final Deque<Closeable> parts = new ArrayDeque<>();
  private final Path directory;
  private final Pace pace;
  private final RunningWorld world;
  private final CuttableWay database;
  private final CuttableWay engine;
  private final Chronicle chronicle;
  private final int apiPort;

  Surroundings(Path directory) throws IOException {
    this.directory = directory;
    LedgerDatabase postgres =
        LedgerDatabase.parse(
            opened(
                    SandboxDatabase.start(
                        directory.resolve("postgres"), directory.resolve("programs")),
                    SandboxDatabase::close)
                .url());
    this.database =
        opened(
            new CuttableWay(port(postgres.url().substring("jdbc:".length()))), CuttableWay::close);
    String target = opened(SandboxEngine.start(), SandboxEngine::close).target();
    this.engine = opened(new CuttableWay(port("engine://" + target)), CuttableWay::close);
    Path worldDirectory = Files.createDirectories(directory.resolve("world"));
    this.pace = WorldTime.resume(worldDirectory, FACTOR, BEGINS);
    this.world =
        opened(
            RunningWorld.start(
                ExampleWorld.of(SEED, BEGINS.minus(Duration.ofDays(3))),
                new WorldSettings(worldDirectory, pace, WorldPorts.ANY)),
            RunningWorld::close);
    this.chronicle = opened(new Chronicle(postgres), Chronicle::close);
    chronicle.markSandbox(world.clock().now());
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.apiPort = free.getLocalPort();
    }
  }

  /** The way of api and worker to PostgreSQL. */
  CuttableWay database() {
    return database;
  }

  /** The way of api and worker to the engine. */
  CuttableWay engine() {
    return engine;
  }

  Chronicle chronicle() {
    return chronicle;
  }

  /** Begins to start an api; always on the same port. */
  MeridianProcess api() {
    Map<String, String> told = both();
    told.put("MERIDIAN_API_PORT", Integer.toString(apiPort));
    told.put("MERIDIAN_ADMIN_TOKEN", TOKEN);
    return begin("api", told, "meridian api at");
  }

  /** Begins to start a worker. */
  MeridianProcess worker() {
    WorldAddresses there = world.addresses();
    Map<String, String> told = both();
    told.put("MERIDIAN_KUBECONFIG", there.kubeconfig().toString());
    told.put("MERIDIAN_METRICS_GLOBAL_URL", there.prometheus().toString());
    told.put("MERIDIAN_ROUTE53_ENDPOINT", there.route53().toString());
    told.put("MERIDIAN_PAGER_URL", there.pager().toString());
    told.put("MERIDIAN_SECRET_CHECKS", RunningWorld.CHECK_SECRET);
    told.put("MERIDIAN_HOST_ALIASES", there.hostAliasesText());
    // The embedded engine never takes a decision away from a worker that died; a real one does.
    told.put("MERIDIAN_WORKER_STICKY", "PT0S");
    return begin("worker", told, "meridian worker polls");
  }

  private Map<String, String> both() {
    Map<String, String> told = new TreeMap<>();
    told.put(
        "MERIDIAN_DATABASE_URL",
        "postgresql://postgres@127.0.0.1:" + database.port() + "/postgres");
    told.put("MERIDIAN_TEMPORAL_ADDRESS", "127.0.0.1:" + engine.port());
    told.put("MERIDIAN_PACE", PaceText.of(pace));
    return told;
  }

  private MeridianProcess begin(String role, Map<String, String> told, String readyWords) {
    return opened(
        MeridianProcess.begin(
            new MeridianProcess.Order(
                List.of(role), told, readyWords, directory.resolve(role + ".log"))),
        MeridianProcess::close);
  }

  /** The api, by whichever process serves just now. */
  RestClient rest() {
    return new RestClient(address(), TOKEN);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + apiPort);
  }

  /** Describes the example regions, and the example service in some of them. */
  void describe() {
    rest().put("/api/v1/catalog", "application/yaml", ExampleWorld.text("catalog.yaml"));
    rest().put("/api/v1/services/checkout", "application/yaml", fewRegions());
  }

  /** The first six regions of the example, with bakes of few hours: enough to be killed in. */
  private static String fewRegions() {
    String whole = ExampleWorld.text("checkout.yaml");
    return whole
        .substring(0, whole.indexOf("  - region: ap-southeast-1"))
        .replace("canaryBakeFloor: PT12H", "canaryBakeFloor: PT3H")
        .replace("bakeCeiling: PT24H", "bakeCeiling: PT4H");
  }

  /** Another document, which therefore has to be checked anew. */
  static String shorterBakes() {
    return fewRegions().replace("bakeCeiling: PT4H", "bakeCeiling: PT3H");
  }

  /** The next release may use staging and canary while one is in production. */
  static String overlap() {
    return fewRegions().replace("overlap: none", "overlap: canary");
  }

  /** The image in every region that the service is released to. */
  SortedSet<String> images() {
    SortedMap<String, String> all = RunningImages.of(world.addresses().kubeconfig());
    all.keySet().removeIf(region -> !fewRegions().contains("- region: " + region));
    return new TreeSet<>(all.values());
  }

  /** Begins a release of an image. */
  ReleaseId release(ExampleImage image) {
    return release(rest(), image);
  }

  static ReleaseId release(RestClient rest, ExampleImage image) {
    Map<String, String> body =
        Map.of("service", "checkout", "image", image.reference(), "reason", "a test");
    return ReleaseId.parse(rest.post("/api/v1/releases", body).path("id").asText());
  }

  private static int port(String uri) {
    return URI.create(uri).getPort();
  }

  private interface Closing<T> {
    void close(T part) throws IOException;
  }

  private <T> T opened(T part, Closing<T> closing) {
    parts.push(() -> closing.close(part));
    return part;
  }

  @Override
  public void close() throws IOException {
    database.restore();
    engine.restore();
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }
}
