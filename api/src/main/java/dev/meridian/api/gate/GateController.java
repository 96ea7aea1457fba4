package dev.meridian.api.gate;

import dev.meridian.api.Now;
import dev.meridian.api.document.BodyTree;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.document.DocumentReader;
import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import dev.meridian.document.Value;
import dev.meridian.service.ServiceSpec;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Gates on past data. */
@Controller("/api/v1/gates")
@ExecuteOn(TaskExecutors.BLOCKING)
final class GateController {
  /** The judge reads an interval so long after it ended. */
  private static final Duration SETTLE = Duration.ofSeconds(5);

  private final GateTrials trials;
  private final Now now;

  GateController(GateTrials trials, Now now) {
    this.trials = trials;
    this.now = now;
  }

  @Post("/try")
  @Operation(
      summary = "What a gate would have decided over a past stretch of time; nothing is stored",
      description =
          "The judge of a bake from its exposure at from to its end at until, at most 7 days or"
              + " 50,000 intervals; all other regions with users may be its control.")
  @RequestBody(content = @Content(schema = @Schema(implementation = Trial.Shape.class)))
  TrialView attempt(@Body byte[] body) {
    BodyTree tree = BodyTree.json(body);
    boolean written =
        tree.value() instanceof Map<?, ?> fields && fields.get(Trial.GATE) instanceof Map<?, ?>;
    DocumentReader request = DocumentReader.of(tree.value());
    Value<String> name = request.required("service").text();
    if (name.maybe().isEmpty()) {
      request.leaveRestAlone();
      throw ProblemException.invalidRequest(problems(request.reading(name)));
    }
    ServiceSpec service = trials.service(name.get());
    Instant newest = now.instant().minus(SETTLE);
    return switch (request.reading(Trial.read(request, written, service, newest))) {
      case Reading.Valid<Trial>(Trial trial) ->
          TrialView.of(trial, service, trials.replay(trial, service));
      case Reading.Invalid<Trial>(List<Problem> problems) ->
          throw ProblemException.invalidRequest(problems);
    };
  }

  private static List<Problem> problems(Reading<?> reading) {
    return reading instanceof Reading.Invalid<?>(List<Problem> problems) ? problems : List.of();
  }
}
