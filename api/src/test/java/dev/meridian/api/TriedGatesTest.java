package dev.meridian.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Expressions are run against the incumbent whenever a release is previewed. */
class TriedGatesTest {
  private final TestApi api = new TestApi().described();
  private final Rest rest = api.rest();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void preview_expressionThatYieldsSeveralSeriesByNow_isRefused() {
    api.inquirer().several("process_cpu");

    Rest.Answer answer = rest.post("/api/v1/plans", "{\"service\": \"checkout\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/gates/3/query");
  }
}
