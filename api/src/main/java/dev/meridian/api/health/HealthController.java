package dev.meridian.api.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meridian.api.engine.ReleaseEngine;
import dev.meridian.api.problem.ProblemDocument;
import dev.meridian.ledger.Installation;
import dev.meridian.ledger.LedgerUnreachableException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;

/** Probes; the short addresses are where people who configure a probe look first. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class HealthController {
  private final Installation database;
  private final ReleaseEngine engine;

  HealthController(Installation database, ReleaseEngine engine) {
    this.database = database;
    this.engine = engine;
  }

  /** Whether something answers. */
  enum Answer {
    @JsonProperty("up")
    UP,
    @JsonProperty("away")
    AWAY;

    static Answer of(boolean answers) {
      return answers ? UP : AWAY;
    }
  }

  /** The process answers. */
  record Alive(Answer api) {}

  /** What the process needs, and whether it answers. */
  record Ready(Answer database, Answer engine) {}

  @Get(uris = {"/health/live", "/api/v1/health/live"})
  @Operation(summary = "The process lives")
  Alive live() {
    return new Alive(Answer.UP);
  }

  @Get(uris = {"/health/startup", "/api/v1/health/startup"})
  @Operation(summary = "The process has started")
  Alive startup() {
    return new Alive(Answer.UP);
  }

  @Get(uris = {"/health/ready", "/api/v1/health/ready"})
  @Operation(summary = "The database answers; 503 when it does not")
  HttpResponse<Ready> ready() {
    Answer stored = Answer.of(databaseAnswers());
    Ready ready = new Ready(stored, Answer.of(engine.reachable()));
    return stored == Answer.UP
        ? HttpResponse.ok(ready)
        : HttpResponse.<Ready>status(HttpStatus.SERVICE_UNAVAILABLE)
            .header(HttpHeaders.RETRY_AFTER, ProblemDocument.RETRY_AFTER)
            .body(ready);
  }

  private boolean databaseAnswers() {
    try {
      database.sandbox();
      return true;
    } catch (LedgerUnreachableException e) {
      return false;
    }
  }
}
