package dev.meridian.api.release;

import dev.meridian.api.Now;
import dev.meridian.api.document.BodyTree;
import dev.meridian.api.document.Descriptions;
import dev.meridian.api.identity.Actor;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.api.problem.ProblemType;
import dev.meridian.document.DocumentReader;
import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import dev.meridian.document.Value;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Releases.BadMark;
import dev.meridian.ledger.Releases.LiftedMark;
import dev.meridian.region.ServiceName;
import dev.meridian.service.RevisionId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Instant;
import java.util.List;

/** Revisions that were taken back and never start again by themselves. */
@Controller("/api/v1/services/{name}/bad-versions")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BadVersionController {
  private final Releases releases;
  private final Descriptions descriptions;
  private final Now now;

  BadVersionController(Releases releases, Descriptions descriptions, Now now) {
    this.releases = releases;
    this.descriptions = descriptions;
    this.now = now;
  }

  /** Newest first. */
  record Marks(List<Mark> badVersions) {}

  /**
   * @param revision content hash
   * @param markedBy the release that was taken back
   */
  record Mark(String revision, String markedBy, String reason, Instant at) {
    static Mark of(BadMark mark) {
      return new Mark(mark.revision().hash(), mark.by().toString(), mark.reason(), mark.at());
    }
  }

  /** Why a mark is lifted. */
  record Lift(String reason) {}

  @Get
  @Operation(summary = "Revisions that were taken back, and why")
  Marks list(String name) {
    return new Marks(releases.badMarks(service(name)).stream().map(Mark::of).toList());
  }

  @Delete("/{revision}")
  @Operation(summary = "Lift a mark: the revision may be released again")
  @RequestBody(content = @Content(schema = @Schema(implementation = Lift.class)))
  HttpResponse<?> lift(
      String name, String revision, @Body byte[] body, @Parameter(hidden = true) Actor actor) {
    DocumentReader request = DocumentReader.of(BodyTree.json(body).value());
    Value<String> reason = request.required("reason").text();
    if (request.reading(reason) instanceof Reading.Invalid<String>(List<Problem> problems)) {
      throw ProblemException.invalidRequest(problems);
    }
    LiftedMark lifted =
        new LiftedMark(
            service(name), revision(revision), actor.name(), reason.get(), now.instant());
    if (!releases.liftBadMark(lifted)) {
      throw unknown();
    }
    return HttpResponse.noContent();
  }

  private ServiceName service(String name) {
    try {
      return new ServiceName(name);
    } catch (IllegalArgumentException e) {
      throw descriptions.unknownService(name);
    }
  }

  private static RevisionId revision(String hash) {
    try {
      return new RevisionId(hash);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static ProblemException unknown() {
    return ProblemException.of(
        ProblemType.UNKNOWN_VERSION,
        "The service has no such bad version: GET the list that this address is below.");
  }
}
