package dev.meridian.api.plan;

import dev.meridian.api.document.BodyTree;
import dev.meridian.api.inquiry.MetricsFindings;
import dev.meridian.api.inquiry.MetricsQuestions;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.document.DocumentReader;
import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.List;

/** Previews. */
@Controller("/api/v1/plans")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlanController {
  private final Planning planning;
  private final DaysBefore days;
  private final MetricsQuestions metrics;

  PlanController(Planning planning, DaysBefore days, MetricsQuestions metrics) {
    this.planning = planning;
    this.days = days;
    this.metrics = metrics;
  }

  @Post
  @Operation(summary = "What a release would do; nothing moves")
  @RequestBody(content = @Content(schema = @Schema(implementation = WantedRevision.class)))
  PlanView preview(@Body byte[] body) {
    DocumentReader request = DocumentReader.of(BodyTree.json(body).value());
    return switch (request.reading(WantedRevision.read(request))) {
      case Reading.Valid<WantedRevision>(WantedRevision wanted) -> viewed(planning.plan(wanted));
      case Reading.Invalid<WantedRevision>(List<Problem> problems) ->
          throw ProblemException.invalidRequest(problems);
    };
  }

  private PlanView viewed(PlannedRelease planned) {
    MetricsFindings tried = metrics.tried(planned.service().content(), planned.catalog().content());
    if (!tried.problems().isEmpty()) {
      throw ProblemException.invalidDocument(tried.problems());
    }
    return PlanView.of(planned, days.of(planned).noting(tried.warnings()));
  }
}
