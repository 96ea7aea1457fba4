package dev.meridian.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.ledger.postgres.LedgerDatabase;
import dev.meridian.ledger.testing.TestDatabase;
import dev.meridian.pace.Pace;
import dev.meridian.workflow.engine.EngineAddress;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiProcessTest {
  private static final EngineAddress NO_ENGINE = EngineAddress.local("127.0.0.1:1");

  private static ApiSettings settings(LedgerDatabase database) {
    return new ApiSettings(0, TestApi.TOKEN, database, NO_ENGINE, Pace.REAL);
  }

  @Test
  void start_engineAway_servesOnLoopbackAndStopsListeningWhenClosed() {
    try (TestDatabase database = TestDatabase.create()) {
      ApiProcess process = ApiProcess.start(settings(database.settings()));
      Rest rest = new Rest(process.address(), Optional.of(TestApi.TOKEN));

      assertThat(process.address().getHost()).isEqualTo("127.0.0.1");
      assertThat(rest.get("/api/v1/me").status()).isEqualTo(200);
      assertThat(rest.get("/health/ready").json().path("engine").asText()).isEqualTo("away");
      process.close();

      assertThatThrownBy(() -> rest.get("/health/live")).hasRootCauseInstanceOf(Exception.class);
    }
  }

  @Test
  void start_fasterThanTheWorldOnADatabaseThatIsNoSandboxs_isRefused() {
    try (TestDatabase database = TestDatabase.create()) {
      Pace fast = new Pace(Instant.EPOCH, Instant.EPOCH, 600);
      ApiSettings settings =
          new ApiSettings(0, TestApi.TOKEN, database.settings(), NO_ENGINE, fast);

      assertThatThrownBy(() -> ApiProcess.start(settings))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("the pace factor is 600");
    }
  }

  @Test
  void settings_asText_holdNoSecret() {
    ApiSettings settings =
        settings(new LedgerDatabase("jdbc:postgresql://db/meridian", "m", "pass-word", 2));

    assertThat(settings.toString()).doesNotContain(TestApi.TOKEN).doesNotContain("pass-word");
  }
}
