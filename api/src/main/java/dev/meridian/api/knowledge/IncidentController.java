package dev.meridian.api.knowledge;

import dev.meridian.api.Now;
import dev.meridian.api.document.BodyTree;
import dev.meridian.api.document.Descriptions;
import dev.meridian.api.identity.Actor;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.knowledge.Incidents;
import dev.meridian.ledger.knowledge.Incidents.NewIncident;
import dev.meridian.ledger.knowledge.RecordedIncident;
import dev.meridian.region.ServiceName;
import dev.meridian.region.incident.Incident;
import dev.meridian.region.incident.IncidentReader;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The incident record of a service. */
@Controller("/api/v1/services/{name}/incidents")
@ExecuteOn(TaskExecutors.BLOCKING)
final class IncidentController {
  private final Incidents incidents;
  private final Descriptions descriptions;
  private final Now now;

  IncidentController(Incidents incidents, Descriptions descriptions, Now now) {
    this.incidents = incidents;
    this.descriptions = descriptions;
    this.now = now;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Operation(
      summary = "Report harm that a revision did; the next plan's bakes count with it",
      description =
          "The same Idempotency-Key with the same body is one incident, with another body a 422.")
  @RequestBody(content = @Content(schema = @Schema(implementation = IncidentReport.class)))
  HttpResponse<IncidentView> report(
      String name,
      @Body byte[] body,
      @Header("Idempotency-Key") Optional<String> idempotencyKey,
      @Parameter(hidden = true) Actor actor) {
    ServiceName service = descriptions.described(name);
    BodyTree tree = BodyTree.json(body);
    IdempotencyKey key = NoteKey.of(idempotencyKey, tree);
    RecordedIncident recorded =
        NoteKey.kept(
            incidents
                .answered(service, key)
                .orElseGet(() -> {
                  Instant at = now.instant();
                  Incident incident = read(tree, at);
                  return incidents.add(
                      new NewIncident(service, incident, Optional.empty(), actor.name(), at), key);
                }));
    return HttpResponse.created(IncidentView.of(recorded));
  }

  private Incident read(BodyTree tree, Instant at) {
    return switch (new IncidentReader(descriptions.catalog().content(), at).read(tree.value())) {
      case Reading.Valid<Incident>(Incident incident) -> incident;
      case Reading.Invalid<Incident>(List<Problem> problems) ->
          throw ProblemException.invalidRequest(problems);
    };
  }

  /**
   * A page of a service's record.
   *
   * @param next what {@code before} takes to get the next page; empty on the last one
   */
  record IncidentPage(List<IncidentView> incidents, Optional<Long> next) {}

  @Get
  @Operation(summary = "Incidents on record, newest first")
  IncidentPage list(String name, @Nullable Long before, @Nullable Integer limit) {
    Paging paging = Paging.of(before, limit);
    List<IncidentView> found =
        incidents.list(descriptions.described(name), paging.before(), paging.asked()).stream()
            .map(IncidentView::of)
            .toList();
    return new IncidentPage(paging.page(found), paging.next(found, IncidentView::seq));
  }
}
