package dev.meridian.api.document;

import dev.meridian.api.problem.ProblemException;
import dev.meridian.api.problem.ProblemType;
import dev.meridian.document.NearestName;
import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import dev.meridian.ledger.Documents;
import dev.meridian.ledger.Documents.Document;
import dev.meridian.region.CatalogReader;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.ServiceName;
import dev.meridian.service.ServiceReader;
import dev.meridian.service.ServiceSpec;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** The current documents, read: what plans are made from. */
@Singleton
public final class Descriptions {
  private final Documents documents;

  Descriptions(Documents documents) {
    this.documents = documents;
  }

  /**
   * @throws ProblemException when there is none yet
   */
  public Versioned<RegionCatalog> catalog() {
    Document document =
        documents
            .current(Documents.CATALOG, Documents.THE_CATALOG)
            .orElseThrow(() ->
                ProblemException.of(
                    ProblemType.NO_CATALOG, "Describe the regions first: PUT /api/v1/catalog."));
    return read(document, CatalogReader::read);
  }

  /**
   * The service as it is read with a catalogue: it was good when it was stored, but the catalogue
   * may have changed since.
   *
   * @param name from the field {@code service} of a body
   * @throws ProblemException when there is no such service, or when it does not fit any more
   */
  public Versioned<ServiceSpec> service(String name, RegionCatalog catalog) {
    Document document = documents.current(Documents.SERVICE, name).orElseThrow(() -> unknown(name));
    return read(document, tree -> ServiceReader.read(tree, catalog));
  }

  /**
   * The name of a service that is described, from an address.
   *
   * @throws ProblemException when there is no such service
   */
  public ServiceName described(String name) {
    if (documents.current(Documents.SERVICE, name).isEmpty()) {
      throw unknownService(name);
    }
    return new ServiceName(name);
  }

  /** Says what there is instead. */
  public ProblemException unknownService(String name) {
    return ProblemException.of(
        ProblemType.UNKNOWN_SERVICE, "No service is called \"" + name + "\". " + instead(name));
  }

  private ProblemException unknown(String name) {
    return ProblemException.of(
        ProblemType.UNKNOWN_SERVICE,
        "Nothing was done: no service is called \"" + name + "\".",
        List.of(new Problem("/service", name, "is not described", instead(name))));
  }

  private String instead(String name) {
    List<String> names = documents.names(Documents.SERVICE);
    return names.isEmpty()
        ? "No service is described yet: PUT /api/v1/services/" + name + "."
        : NearestName.remedy(name, names);
  }

  private static <T> Versioned<T> read(Document document, Function<Object, Reading<T>> reader) {
    return switch (reader.apply(document.tree())) {
      case Reading.Valid<T>(T content) -> new Versioned<>(document.version(), content);
      case Reading.Invalid<T>(List<Problem> problems) ->
          throw ProblemException.of(
              ProblemType.NOT_PLANNABLE,
              "Version "
                  + document.version()
                  + " of the "
                  + document.kind()
                  + " "
                  + document.name()
                  + " cannot be used with the documents that stand now: mend it, or the catalogue.",
              problems);
    };
  }
}
