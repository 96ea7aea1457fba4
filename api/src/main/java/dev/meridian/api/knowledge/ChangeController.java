package dev.meridian.api.knowledge;

import dev.meridian.api.Now;
import dev.meridian.api.document.BodyTree;
import dev.meridian.api.document.Descriptions;
import dev.meridian.api.identity.Actor;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import dev.meridian.gate.change.ChangeReader;
import dev.meridian.gate.change.OutsideChange;
import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.knowledge.Changes;
import dev.meridian.ledger.knowledge.Changes.NewChange;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What else changed in the world. */
@Controller("/api/v1/changes")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChangeController {
  private final Changes changes;
  private final Descriptions descriptions;
  private final Now now;

  ChangeController(Changes changes, Descriptions descriptions, Now now) {
    this.changes = changes;
    this.descriptions = descriptions;
    this.now = now;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Operation(
      summary = "Say what else changes: a flag, a dependency, a campaign",
      description =
          "The same Idempotency-Key with the same body is one change, with another body a 422.")
  @RequestBody(content = @Content(schema = @Schema(implementation = ChangeReport.class)))
  HttpResponse<ChangeView> report(
      @Body byte[] body,
      @Header("Idempotency-Key") Optional<String> idempotencyKey,
      @Parameter(hidden = true) Actor actor) {
    BodyTree tree = BodyTree.json(body);
    IdempotencyKey key = NoteKey.of(idempotencyKey, tree);
    return HttpResponse.created(
        ChangeView.of(
            NoteKey.kept(
                changes
                    .answered(key)
                    .orElseGet(() ->
                        changes.add(
                            new NewChange(read(tree), actor.name(), now.instant()), key)))));
  }

  private OutsideChange read(BodyTree tree) {
    return switch (new ChangeReader(descriptions.catalog().content()).read(tree.value())) {
      case Reading.Valid<OutsideChange>(OutsideChange change) -> change;
      case Reading.Invalid<OutsideChange>(List<Problem> problems) ->
          throw ProblemException.invalidRequest(problems);
    };
  }

  /**
   * A page of the record.
   *
   * @param next what {@code before} takes to get the next page; empty on the last one
   */
  record ChangePage(List<ChangeView> changes, Optional<Long> next) {}

  @Get
  @Operation(summary = "Changes on record, newest first")
  ChangePage list(@Nullable Long before, @Nullable Integer limit) {
    Paging paging = Paging.of(before, limit);
    List<ChangeView> found =
        changes.list(paging.before(), paging.asked()).stream().map(ChangeView::of).toList();
    return new ChangePage(paging.page(found), paging.next(found, ChangeView::seq));
  }
}
