package dev.meridian.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
  private final TestApi api = new TestApi();

  @AfterEach
  void close() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/me",
        "/api/v1/catalog",
        "/api/v1/releases",
        "/api/v1/releases/x/events",
        "/nowhere",
        "/api/v1/health/../me",
        "/health/../api/v1/me",
        "/api/v1/openapi.yml/../me"
      })
  void anyAddress_withoutToken_tellsStrangersNothing(String path) {
    Rest.Answer answer = api.restAs(Optional.empty()).get(path);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void me_wrongToken_is401() {
    assertThat(api.restAs(Optional.of(TestApi.TOKEN + "x")).get("/api/v1/me").status())
        .isEqualTo(401);
    assertThat(api.restAs(Optional.of("")).get("/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void me_withToken_isTheAdministrator() {
    assertThat(api.rest().get("/api/v1/me").json().path("name").asText()).isEqualTo("admin");
  }

  @Test
  void probes_withoutToken_answer() {
    Rest stranger = api.restAs(Optional.empty());

    assertThat(stranger.get("/health/live").status()).isEqualTo(200);
    assertThat(stranger.get("/api/v1/health/startup").status()).isEqualTo(200);
    assertThat(stranger.get("/health/ready").json().path("engine").asText()).isEqualTo("up");
    api.engine().goAway();
    Rest.Answer ready = stranger.get("/health/ready");
    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.json().path("engine").asText()).isEqualTo("away");
  }

  @Test
  void description_withoutToken_namesEveryAddress() {
    Rest.Answer answer = api.restAs(Optional.empty()).get("/api/v1/openapi.yml");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("/api/v1/releases/{id}/abort:")
        .contains("/api/v1/releases/{id}/events:")
        .contains("/api/v1/services/{name}:")
        .contains("/api/v1/plans:")
        .contains("/components/schemas/StartRelease");
  }

  @Test
  void unknownAddressAndMethod_areProblems() {
    assertThat(api.rest().get("/api/v1/nothing").problem()).isEqualTo("unknown-address");
    Rest.Answer method = api.rest().post("/api/v1/catalog", "{}");
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.problem()).isEqualTo("method-not-allowed");
  }
}
