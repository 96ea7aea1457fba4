package dev.meridian.api.release;

import dev.meridian.api.document.BodyTree;
import dev.meridian.api.identity.Actor;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.document.DocumentReader;
import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.region.ServiceName;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts releases and shows them. */
@Controller("/api/v1/releases")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReleaseController {
  private static final int USUAL_PAGE = 50;
  private static final int LONGEST_PAGE = 200;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final ReleaseStart start;
  private final ReleaseShelf shelf;

  ReleaseController(ReleaseStart start, ReleaseShelf shelf) {
    this.start = start;
    this.shelf = shelf;
  }

  @Post
  @Operation(summary = "Start a release; the documents that stand now are frozen into it")
  @RequestBody(content = @Content(schema = @Schema(implementation = StartOrder.Shape.class)))
  HttpResponse<ReleaseView> start(
      @Body byte[] body,
      @Header("Idempotency-Key") Optional<String> idempotencyKey,
      @Parameter(hidden = true) Actor actor) {
    BodyTree tree = BodyTree.json(body);
    DocumentReader request = DocumentReader.of(tree.value());
    ReleaseRow row =
        switch (request.reading(StartOrder.read(request))) {
          case Reading.Valid<StartOrder>(StartOrder order) ->
              start.start(
                  order, idempotencyKey.map(key -> IdempotencyHeader.with(key, tree)), actor);
          case Reading.Invalid<StartOrder>(List<Problem> problems) ->
              throw ProblemException.invalidRequest(problems);
        };
    return HttpResponse.<ReleaseView>accepted()
        .header(HttpHeaders.LOCATION, "/api/v1/releases/" + row.id())
        .body(shelf.view(row));
  }

  /**
   * A page of a list.
   *
   * @param next what {@code before} takes to get the next page; empty on the last one
   */
  record Page(List<ReleaseSummary> releases, Optional<String> next) {}

  @Get
  @Operation(summary = "Releases, newest first")
  Page list(
      @Nullable String service,
      @Nullable Phase phase,
      @Nullable String before,
      @Nullable Integer limit) {
    int size = Math.clamp(limit == null ? USUAL_PAGE : limit, 1, LONGEST_PAGE);
    List<ReleaseSummary> found =
        shelf
            .list(
                Optional.ofNullable(service).map(ReleaseController::serviceName),
                Optional.ofNullable(phase),
                Optional.ofNullable(before),
                size)
            .stream()
            .map(ReleaseSummary::of)
            .toList();
    return found.size() <= size
        ? new Page(found, Optional.empty())
        : new Page(found.subList(0, size), Optional.of(found.get(size - 1).id()));
  }

  private static ServiceName serviceName(String text) {
    try {
      return new ServiceName(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalidParameter(
          "service", text, "is no name of a service", "See GET /api/v1/services.");
    }
  }

  @Get("/{id}")
  @Operation(
      summary = "One release as it stands",
      description =
          "With wait=PT60S it answers when there is an entry after the given seq, or when the point"
              + " of until is reached, or when the release ends or needs a person; else at the end"
              + " of the wait, as it stands.")
  ReleaseView get(String id, @Nullable Duration wait, @Nullable Long after, @Nullable Until until) {
    ReleaseRow row = shelf.row(id);
    if (wait == null) {
      return shelf.view(row);
    }
    Duration patience = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    return shelf.await(
        id,
        new ReleaseShelf.Wish(after == null ? row.seq() : after, Optional.ofNullable(until)),
        Instant.now().plus(patience));
  }
}
