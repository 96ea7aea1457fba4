package dev.meridian.api;

import dev.meridian.api.identity.AdminToken;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.postgres.LedgerDatabase;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.ledger.testing.TestDatabase;
import dev.meridian.pace.Pace;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.workflow.engine.EngineAddress;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * An api on a PostgreSQL database of its own, over real HTTP. What workflows would record is
 * recorded by the test, through a second process' worth of ledger; engine and metrics are fakes.
 */
final class TestApi implements AutoCloseable {
  static final String TOKEN = "a-token-for-tests-only";
  static final String YAML = "application/yaml";
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final TestDatabase database = TestDatabase.create();
  private final ApplicationContext elsewhere = database.context();
  private final Ports ports = Ports.of(elsewhere);
  private final FakeReleaseEngine engine = new FakeReleaseEngine(ports.releaseLedger());
  private final FakeInquirer inquirer = new FakeInquirer();
  private final AtomicLong events = new AtomicLong();
  private final Now now = new Now(new Pace(Instant.now(), NOON, 1));
  private final ApiProcess process;

  TestApi() {
    this(database -> database);
  }

  /**
   * @param way how the api reaches the database, for tests that cut it
   */
  TestApi(UnaryOperator<LedgerDatabase> way) {
    LedgerDatabase reached = way.apply(database.settings());
    ApiSettings settings =
        new ApiSettings(
            0,
            TOKEN,
            reached,
            EngineAddress.local("127.0.0.1:1"),
            now.pace(),
            Duration.ofMillis(200),
            Duration.ofMillis(100));
    Map<String, Object> properties = new LinkedHashMap<>(reached.properties());
    properties.putAll(ApiProcess.properties(settings));
    process = ApiProcess.serve(properties, List.of(now, new AdminToken(TOKEN), engine, inquirer));
  }

  /** The administrator. */
  Rest rest() {
    return restAs(Optional.of(TOKEN));
  }

  Rest restAs(Optional<String> token) {
    return new Rest(process.address(), token);
  }

  Ports ports() {
    return ports;
  }

  FakeReleaseEngine engine() {
    return engine;
  }

  FakeInquirer inquirer() {
    return inquirer;
  }

  /** Describes the example world. */
  TestApi described() {
    rest().put("/api/v1/catalog", YAML, example("catalog.yaml"));
    rest().put("/api/v1/services/checkout", YAML, example("checkout.yaml"));
    return this;
  }

  /** Starts a release of the example service and gives its id. */
  String started(String digit) {
    Rest.Answer answer = rest().post("/api/v1/releases", startBody(digit));
    if (answer.status() != 202) {
      throw new AssertionError(answer.body());
    }
    return answer.json().path("id").asText();
  }

  static String startBody(String digit) {
    return """
    {"service": "checkout", "image": "%s", "reason": "ticket 4711"}\
    """
        .formatted(image(digit));
  }

  static String image(String digit) {
    return "shop/checkout@sha256:" + digit.repeat(64);
  }

  /** What the workflow would record. */
  void happens(String release, ReleaseEvent event) {
    ReleaseId id = ReleaseId.parse(release);
    String key = "test/" + id + "/" + events.incrementAndGet();
    ports.releaseLedger().record(id, 1, "meridian", new Keyed<>(key, now.instant(), event));
  }

  static String example(String file) {
    Path path = Path.of(System.getProperty("house.root", ".."), "docs", "examples", file);
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
    elsewhere.close();
    database.close();
  }
}
