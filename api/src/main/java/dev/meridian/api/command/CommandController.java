package dev.meridian.api.command;

import dev.meridian.api.document.BodyTree;
import dev.meridian.api.identity.Actor;
import dev.meridian.release.CommandKind;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.Optional;

/**
 * What people may ask of a running release. 202: the release has taken it, or it is written down
 * and will be taken. 409: it does not apply to the release as it stands.
 */
@Controller("/api/v1/releases/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CommandController {
  private final CommandIntake intake;

  CommandController(CommandIntake intake) {
    this.intake = intake;
  }

  @Post("/pause")
  @Operation(summary = "Start nothing new; what is open goes on being measured")
  @RequestBody(content = @Content(schema = @Schema(implementation = CommandBody.class)))
  HttpResponse<CommandReceipt> pause(
      String id,
      @Body byte[] body,
      @Header("Idempotency-Key") Optional<String> idempotencyKey,
      @Parameter(hidden = true) Actor actor) {
    return accepted(new Intake(id, CommandKind.PAUSE, BodyTree.json(body), idempotencyKey, actor));
  }

  @Post("/resume")
  @Operation(summary = "Go on after a pause")
  @RequestBody(content = @Content(schema = @Schema(implementation = CommandBody.class)))
  HttpResponse<CommandReceipt> resume(
      String id,
      @Body byte[] body,
      @Header("Idempotency-Key") Optional<String> idempotencyKey,
      @Parameter(hidden = true) Actor actor) {
    return accepted(new Intake(id, CommandKind.RESUME, BodyTree.json(body), idempotencyKey, actor));
  }

  @Post("/stop")
  @Operation(summary = "End it; regions keep what they have")
  @RequestBody(content = @Content(schema = @Schema(implementation = CommandBody.class)))
  HttpResponse<CommandReceipt> stop(
      String id,
      @Body byte[] body,
      @Header("Idempotency-Key") Optional<String> idempotencyKey,
      @Parameter(hidden = true) Actor actor) {
    return accepted(new Intake(id, CommandKind.STOP, BodyTree.json(body), idempotencyKey, actor));
  }

  @Post("/abort")
  @Operation(summary = "End it and undo what it has changed")
  @RequestBody(content = @Content(schema = @Schema(implementation = CommandBody.class)))
  HttpResponse<CommandReceipt> abort(
      String id,
      @Body byte[] body,
      @Header("Idempotency-Key") Optional<String> idempotencyKey,
      @Parameter(hidden = true) Actor actor) {
    return accepted(new Intake(id, CommandKind.ABORT, BodyTree.json(body), idempotencyKey, actor));
  }

  @Post("/retry")
  @Operation(summary = "A new attempt in a region that ended inconclusive, or failed without harm")
  @RequestBody(content = @Content(schema = @Schema(implementation = CommandBody.class)))
  HttpResponse<CommandReceipt> retry(
      String id,
      @Body byte[] body,
      @Header("Idempotency-Key") Optional<String> idempotencyKey,
      @Parameter(hidden = true) Actor actor) {
    return accepted(new Intake(id, CommandKind.RETRY, BodyTree.json(body), idempotencyKey, actor));
  }

  /** A command as it came in. */
  record Intake(
      String release,
      CommandKind kind,
      BodyTree body,
      Optional<String> idempotencyKey,
      Actor actor) {}

  private HttpResponse<CommandReceipt> accepted(Intake command) {
    return HttpResponse.<CommandReceipt>accepted().body(intake.take(command));
  }
}
