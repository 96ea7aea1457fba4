package dev.meridian.service;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Reading;
import dev.meridian.document.Value;
import dev.meridian.gate.GateReader;
import dev.meridian.gate.GateSpec;
import dev.meridian.region.Presence;
import dev.meridian.region.PresenceReader;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.ServiceName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the document of a service and reports every problem at once. Each part has a reader of its
 * own; what only the whole can show is asked after them: names that occur twice, regions that the
 * catalogue does not have, parameters without a value.
 */
public final class ServiceReader {
  private static final String LABEL_NAME = "[a-zA-Z_][a-zA-Z0-9_]*";

  private ServiceReader() {}

  /**
   * @param tree the document as maps, lists, text, numbers and booleans
   * @param catalog the regions that a presence may name
   */
  public static Reading<ServiceSpec> read(@Nullable Object tree, RegionCatalog catalog) {
    DocumentReader document = DocumentReader.of(tree);
    Value<ServiceName> name = document.required("name").as(ServiceName::new);
    Value<ImageReference> image =
        document
            .required("image")
            .text()
            .map(ImageReference::parse, "Write the digest that the registry serves, not a tag.");
    Value<ManifestTemplate> template = document.required("template").object(TemplateReader::read);
    Value<String> label = revisionLabel(document);
    Parts<CheckSpec> checks = Parts.of(document.optional("checks"), CheckReader::read);
    Parts<GateSpec> gates = Parts.of(document.required("gates"), GateReader::read);
    Value<Policies> policies =
        document.optional("policy").object(policy -> Policies.read(policy, catalog));
    Parts<Presence> presences =
        Parts.of(each -> new PresenceReader(catalog).readAll(document.required("presences"), each));

    checks.refuseTwins(document, CheckSpec::name);
    gates.refuseTwins(document, GateSpec::name);
    checkRatioGate(document, gates);
    new PresencesCheck(document, presences).check();
    new ParametersCheck(document, template, checks, presences).check();

    return document.reading(
        document.build(() ->
            new ServiceSpec(
                name.get(),
                image.get(),
                template.get(),
                presences.all(),
                label.get(),
                checks.all(),
                gates.all(),
                policies.or(Policies.DEFAULT).plan(),
                policies.or(Policies.DEFAULT).release())));
  }

  /**
   * Only where the service runs: the presences of a document in regions that the catalogue has,
   * whatever else of it does not fit any more.
   */
  public static List<Presence> presences(@Nullable Object tree, RegionCatalog catalog) {
    List<Presence> good = new ArrayList<>();
    new PresenceReader(catalog)
        .readAll(
            DocumentReader.of(tree).required("presences"),
            each -> each.maybe().ifPresent(good::add));
    return List.copyOf(good);
  }

  private static Value<String> revisionLabel(DocumentReader document) {
    return document
        .required("revisionLabel")
        .text()
        .check(
            text -> text.matches(LABEL_NAME),
            "should be the name of a metric label",
            "Use letters, digits and _, not beginning with a digit.");
  }

  /** Without one there would be no evidence of health, and nothing could ever pass. */
  private static void checkRatioGate(DocumentReader document, Parts<GateSpec> gates) {
    boolean found =
        gates.good().stream()
            .anyMatch(gate -> gate.value() instanceof GateSpec.Ratio ratio && ratio.critical());
    if (gates.complete() && !found) {
      document.problem(
          "/gates",
          "no critical gate is of kind ratio",
          "Add a ratio gate: bad requests over all requests is the evidence of health.");
    }
  }
}
