package dev.meridian.api.plan;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.NearestName;
import dev.meridian.document.Problem;
import dev.meridian.document.Value;
import dev.meridian.service.ImageReference;
import dev.meridian.service.ManifestTemplate;
import dev.meridian.service.ServiceSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which revision of which service somebody wants in the world.
 *
 * @param service its name
 * @param image by digest; the one of the service's document when left out
 * @param parameters of the template, over those of the document and the presences
 */
public record WantedRevision(
    String service,
    @Schema(type = "string", example = "shop/checkout@sha256:2222…") Optional<ImageReference> image,
    SortedMap<String, String> parameters) {
  public WantedRevision {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /** Reads the fields of a request. */
  public static Value<WantedRevision> read(DocumentReader request) {
    Value<String> service = request.required("service").text();
    Value<ImageReference> image =
        request
            .optional("image")
            .text()
            .map(ImageReference::parse, "Write the digest that the registry serves, not a tag.");
    Value<SortedMap<String, String>> parameters = request.optional("parameters").map();
    return request.build(
        () -> new WantedRevision(service.get(), image.maybe(), parameters.or(new TreeMap<>())));
  }

  /** What the service's document does not allow. */
  List<Problem> problems(ServiceSpec spec) {
    List<Problem> problems = new ArrayList<>();
    String repository = spec.image().repository();
    image
        .filter(wanted -> !wanted.repository().equals(repository))
        .map(wanted ->
            new Problem(
                "/image",
                wanted.toString(),
                "is of another repository than the service's document names",
                "Bring a digest of " + repository + ", or PUT the document first."))
        .ifPresent(problems::add);
    TreeSet<String> known = new TreeSet<>(spec.template().parameters().keySet());
    spec.presences().forEach(presence -> known.addAll(presence.parameters().keySet()));
    parameters.forEach((name, value) -> {
      if (!known.contains(name)) {
        problems.add(unknownParameter(name, value, known));
      }
    });
    return problems;
  }

  private static Problem unknownParameter(String name, String value, TreeSet<String> known) {
    String pointer = "/parameters/" + name.replace("~", "~0").replace("/", "~1");
    return ManifestTemplate.GIVEN.contains(name)
        ? new Problem(pointer, value, "is given by Meridian and cannot be set", "Remove it.")
        : new Problem(
            pointer, value, "the template has no such parameter", NearestName.remedy(name, known));
  }
}
