package dev.meridian.service;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Value;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the one template for all regions. */
final class TemplateReader {
  private TemplateReader() {}

  static Value<ManifestTemplate> read(DocumentReader template) {
    Value<ManifestTemplate.Engine> engine =
        template.optional("engine").oneOf(ManifestTemplate.Engine.class);
    Value<SortedMap<String, String>> parameters = template.optional("parameters").map();
    Value<String> manifests = template.required("manifests").text();
    manifests.maybe().map(Placeholders::in).ifPresent(used -> checkRevision(manifests, used));
    return template.build(() ->
        new ManifestTemplate(
            engine.or(ManifestTemplate.Engine.PLAIN),
            manifests.get(),
            parameters.or(new TreeMap<>())));
  }

  /**
   * A template without them would deploy the same thing for ever, or pods nobody can tell apart.
   */
  private static void checkRevision(Value<String> manifests, NavigableSet<String> used) {
    if (!used.contains("image")) {
      manifests.problem("never uses ${image}", "Write image: ${image} in the pod template.");
    }
    if (!used.contains("revision")) {
      manifests.problem(
          "never uses ${revision}", "Label the pods with it, so that their metrics carry it.");
    }
  }
}
