package dev.meridian.api.document;

import dev.meridian.api.identity.Actor;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.api.problem.ProblemType;
import dev.meridian.document.NearestName;
import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import dev.meridian.ledger.Documents;
import dev.meridian.ledger.Documents.Document;
import dev.meridian.region.CatalogReader;
import dev.meridian.region.Region;
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

/** The one catalogue of regions. */
@Controller("/api/v1/catalog")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CatalogController {
  private final Shelf shelf;
  private final Descriptions descriptions;

  CatalogController(Shelf shelf, Descriptions descriptions) {
    this.shelf = shelf;
    this.descriptions = descriptions;
  }

  @Put
  @Consumes({MediaType.APPLICATION_JSON, Yaml.APPLICATION, Yaml.TEXT, Yaml.OLD})
  @Operation(summary = "Describe every region; an invalid document changes nothing")
  HttpResponse<DocumentVersion.Put> put(
      HttpRequest<?> request, @Body byte[] body, @Parameter(hidden = true) Actor actor) {
    BodyTree tree = BodyTree.of(body, request.getContentType());
    RegionCatalog catalog =
        switch (CatalogReader.read(tree.value())) {
          case Reading.Valid<RegionCatalog>(RegionCatalog good) -> good;
          case Reading.Invalid<RegionCatalog>(List<Problem> problems) ->
              throw ProblemException.invalidDocument(problems);
        };
    return shelf.put(
        new Shelf.Good(Documents.CATALOG, Documents.THE_CATALOG, tree.object(), stranded(catalog)),
        ETags.expected(request),
        actor);
  }

  /** Services that the new catalogue does not suit: a warning, because they may be put next. */
  private List<String> stranded(RegionCatalog catalog) {
    List<String> warnings = new ArrayList<>();
    for (String name : shelf.names(Documents.SERVICE)) {
      Optional<Document> service = shelf.find(Documents.SERVICE, name, Optional.empty());
      if (service.isPresent()
          && ServiceReader.read(service.get().tree(), catalog)
              instanceof Reading.Invalid<ServiceSpec>(List<Problem> problems)) {
        Problem first = problems.getFirst();
        warnings.add(
            "service " + name + " does not fit: " + first.pointer() + " " + first.message());
      }
    }
    return warnings;
  }

  @Get
  @Produces({MediaType.APPLICATION_JSON, Yaml.APPLICATION, Yaml.TEXT, Yaml.OLD})
  @Operation(summary = "The catalogue, as JSON or YAML; an older version with ?version=")
  HttpResponse<?> get(HttpRequest<?> request, @Nullable Integer version) {
    Optional<Integer> wanted = Optional.ofNullable(version);
    Document document =
        shelf
            .find(Documents.CATALOG, Documents.THE_CATALOG, wanted)
            .orElseThrow(() -> shelf.missing(Documents.CATALOG, Documents.THE_CATALOG, wanted));
    return shelf.answer(document, Yaml.preferred(request));
  }

  @Get("/versions")
  @Operation(summary = "Who changed the catalogue, and when")
  DocumentVersion.History versions() {
    return shelf.history(Documents.CATALOG, Documents.THE_CATALOG);
  }

  @Get("/regions/{code}")
  @Operation(summary = "One region")
  Region region(String code) {
    RegionCatalog catalog = descriptions.catalog().content();
    return catalog.regions().stream()
        .filter(region -> region.code().value().equals(code))
        .findFirst()
        .orElseThrow(() -> unknownRegion(code, catalog));
  }

  private static ProblemException unknownRegion(String code, RegionCatalog catalog) {
    List<String> codes = catalog.regions().stream().map(region -> region.code().value()).toList();
    return ProblemException.of(ProblemType.UNKNOWN_REGION, NearestName.remedy(code, codes));
  }
}
