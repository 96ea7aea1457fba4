package dev.meridian.worker.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import dev.meridian.service.ManifestTemplate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedMap;
import org.yaml.snakeyaml.error.YAMLException;

/** Plain YAML documents with {@code ${parameter}}. */
public final class PlainManifestRenderer implements ManifestRenderer {
  private static final String WHERE = "/template/manifests";

  @Override
  public Reading<ManifestSet> render(
      ManifestTemplate template, SortedMap<String, String> parameters) {
    Substitution substitution = new Substitution(parameters);
    List<JsonNode> documents;
    try {
      documents = new YamlDocuments(substitution).read(template.text());
    } catch (YAMLException e) {
      return new Reading.Invalid<>(List.of(notYaml(e)));
    }
    List<Problem> problems = new ArrayList<>();
    substitution.unknown().forEach(name -> problems.add(unknownParameter(name, parameters)));
    List<KubernetesObject> objects = objects(documents, parameters, problems);
    refuseTwins(objects, problems);
    if (objects.isEmpty() && problems.isEmpty()) {
      problems.add(
          problem("", "the template has no object", "write at least one Kubernetes object"));
    }
    return problems.isEmpty()
        ? new Reading.Valid<>(new ManifestSet(ContentNames.rename(objects)))
        : new Reading.Invalid<>(problems);
  }

  private static List<KubernetesObject> objects(
      List<JsonNode> documents, SortedMap<String, String> parameters, List<Problem> problems) {
    List<KubernetesObject> objects = new ArrayList<>();
    int number = 0;
    for (JsonNode document : documents) {
      number++;
      List<Problem> found = problemsOf(number, document);
      problems.addAll(found);
      if (found.isEmpty()) {
        objects.add(inNamespace((ObjectNode) document, parameters.get("namespace")));
      }
    }
    return objects;
  }

  private static List<Problem> problemsOf(int number, JsonNode document) {
    List<Problem> problems = new ArrayList<>();
    String which = "document " + number;
    for (String field : List.of("/apiVersion", "/kind", "/metadata/name")) {
      if (!document.at(field).isTextual() || document.at(field).asText().isBlank()) {
        problems.add(problem(which, which + " has no " + field.substring(1), "write it"));
      }
    }
    String kind = document.path("kind").asText();
    if (kind.equals("Secret")) {
      problems.add(
          problem(
              "Secret " + document.at("/metadata/name").asText(),
              which + " contains a Secret",
              "create the Secret in the cluster and let the template refer to it by name"));
    }
    if (kind.endsWith("List") && document.path("items").isArray()) {
      problems.add(problem(kind, which + " is a list", "write each item as a document"));
    }
    return problems;
  }

  private static KubernetesObject inNamespace(
      ObjectNode document, @org.jspecify.annotations.Nullable String namespace) {
    return new KubernetesObject(document)
        .with(tree -> {
          if (namespace != null && !tree.path("metadata").hasNonNull("namespace")) {
            tree.withObjectProperty("metadata").put("namespace", namespace);
          }
        });
  }

  private static void refuseTwins(List<KubernetesObject> objects, List<Problem> problems) {
    SequencedSet<ObjectRef> seen = new LinkedHashSet<>();
    for (KubernetesObject object : objects) {
      if (!seen.add(object.ref())) {
        problems.add(
            problem(object.ref().toString(), "the object occurs twice", "remove one of the two"));
      }
    }
  }

  private static Problem unknownParameter(String name, SortedMap<String, String> parameters) {
    return problem(
        "${" + name + "}",
        "no parameter is called \"" + name + "\"",
        "give it a default in /template/parameters, or use one of "
            + String.join(", ", parameters.keySet()));
  }

  private static Problem notYaml(YAMLException e) {
    return problem(
        "", "not YAML: " + e.getMessage(), "correct it; inside [] and {} quote \"${parameter}\"");
  }

  private static Problem problem(String value, String message, String remedy) {
    return new Problem(WHERE, value, message, remedy);
  }
}
