package dev.meridian.api.document;

import dev.meridian.api.identity.Actor;
import dev.meridian.api.inquiry.MetricsFindings;
import dev.meridian.api.inquiry.MetricsQuestions;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import dev.meridian.ledger.Documents;
import dev.meridian.ledger.Documents.Document;
import dev.meridian.region.RegionCatalog;
import dev.meridian.service.ServiceReader;
import dev.meridian.service.ServiceSpec;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Services, each described by one document. */
@Controller("/api/v1/services")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ServiceController {
  private final Shelf shelf;
  private final Descriptions descriptions;
  private final MetricsQuestions metrics;

  ServiceController(Shelf shelf, Descriptions descriptions, MetricsQuestions metrics) {
    this.shelf = shelf;
    this.descriptions = descriptions;
    this.metrics = metrics;
  }

  /** Every service that is described, sorted. */
  record Services(List<String> services) {}

  @Get
  @Operation(summary = "Every service that is described")
  Services list() {
    return new Services(shelf.names(Documents.SERVICE));
  }

  @Put("/{name}")
  @Consumes({MediaType.APPLICATION_JSON, Yaml.APPLICATION, Yaml.TEXT, Yaml.OLD})
  @Operation(summary = "Describe a service; an invalid document changes nothing")
  HttpResponse<DocumentVersion.Put> put(
      HttpRequest<?> request,
      String name,
      @Body byte[] body,
      @Parameter(hidden = true) Actor actor) {
    BodyTree tree = BodyTree.of(body, request.getContentType());
    RegionCatalog catalog = descriptions.catalog().content();
    ServiceSpec service = read(name, tree, catalog);
    List<String> warnings =
        shelf.stands(Documents.SERVICE, name, tree.object()) ? List.of() : ask(service, catalog);
    return shelf.put(
        new Shelf.Good(Documents.SERVICE, name, tree.object(), warnings),
        ETags.expected(request),
        actor);
  }

  private static ServiceSpec read(String name, BodyTree tree, RegionCatalog catalog) {
    List<Problem> problems = new ArrayList<>();
    tree.text("name")
        .filter(written -> !written.equals(name))
        .map(written ->
            new Problem(
                "/name",
                written,
                "is not the name in the address, \"" + name + "\"",
                "Make them equal: a service is not renamed by putting it elsewhere."))
        .ifPresent(problems::add);
    Reading<ServiceSpec> reading = ServiceReader.read(tree.value(), catalog);
    if (reading instanceof Reading.Invalid<ServiceSpec>(List<Problem> others)) {
      problems.addAll(others);
    }
    if (problems.isEmpty() && reading instanceof Reading.Valid<ServiceSpec>(ServiceSpec good)) {
      return good;
    }
    throw ProblemException.invalidDocument(problems);
  }

  private List<String> ask(ServiceSpec service, RegionCatalog catalog) {
    MetricsFindings findings = metrics.ask(service, catalog);
    if (!findings.problems().isEmpty()) {
      throw ProblemException.invalidDocument(findings.problems());
    }
    return findings.warnings();
  }

  @Get("/{name}")
  @Produces({MediaType.APPLICATION_JSON, Yaml.APPLICATION, Yaml.TEXT, Yaml.OLD})
  @Operation(summary = "A service, as JSON or YAML; an older version with ?version=")
  HttpResponse<?> get(HttpRequest<?> request, String name, @Nullable Integer version) {
    Optional<Integer> wanted = Optional.ofNullable(version);
    Document document =
        shelf
            .find(Documents.SERVICE, name, wanted)
            .orElseThrow(() -> shelf.missing(Documents.SERVICE, name, wanted));
    return shelf.answer(document, Yaml.preferred(request));
  }

  @Get("/{name}/versions")
  @Operation(summary = "Who changed the service's document, and when")
  DocumentVersion.History versions(String name) {
    if (shelf.find(Documents.SERVICE, name, Optional.empty()).isEmpty()) {
      throw descriptions.unknownService(name);
    }
    return shelf.history(Documents.SERVICE, name);
  }
}
