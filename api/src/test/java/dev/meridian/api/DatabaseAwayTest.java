package dev.meridian.api;

import static dev.meridian.api.TestApi.startBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.ledger.postgres.LedgerDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {
  private Optional<Wire> wire = Optional.empty();

  private LedgerDatabase through(LedgerDatabase database) {
    int port = URI.create(database.url().substring("jdbc:".length())).getPort();
    Wire laid = new Wire(port);
    wire = Optional.of(laid);
    return new LedgerDatabase(
        database.url().replace(":" + port + "/", ":" + laid.port() + "/"),
        database.user(),
        database.password(),
        database.connections());
  }

  @Test
  void requests_whileTheDatabaseIsAway_are503AndWorkGoesOnAfterwards() {
    try (TestApi api = new TestApi(this::through).described();
        Wire laid = wire.orElseThrow()) {
      Rest rest = api.rest();
      laid.cut();

      Rest.Answer read = rest.get("/api/v1/releases");
      assertThat(read.status()).isEqualTo(503);
      assertThat(read.problem()).isEqualTo("database-away");
      assertThat(read.header("Retry-After")).isEqualTo("5");
      assertThat(start(rest).status()).isEqualTo(503);
      Rest.Answer ready = rest.get("/health/ready");
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.header("Retry-After")).isEqualTo("5");
      assertThat(rest.get("/health/live").status()).isEqualTo(200);

      laid.mend();
      awaitReady(rest);
      assertThat(start(rest).status()).isEqualTo(202);
      assertThat(start(rest).status()).isEqualTo(202);
      assertThat(rest.get("/api/v1/releases").json().path("releases")).hasSize(1);
    }
  }

  private static Rest.Answer start(Rest rest) {
    return rest.post("/api/v1/releases", startBody("2"), "Idempotency-Key", "run-1");
  }

  private static void awaitReady(Rest rest) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (rest.get("/health/ready").status() != 200) {
      assertThat(System.nanoTime()).as("waited 60 s").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}
