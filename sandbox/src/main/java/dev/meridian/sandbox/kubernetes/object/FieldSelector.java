package dev.meridian.sandbox.kubernetes.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which fields match: {@code metadata.name=checkout,status.phase!=Running}.
 *
 * @param terms all of which must hold
 */
public record FieldSelector(List<Term> terms) {
  public static final FieldSelector EVERYTHING = new FieldSelector(List.of());

  private static final Map<String, List<String>> SUPPORTED =
      Map.of(
          "pods", List.of("status.phase", "spec.nodeName"),
          "namespaces", List.of("status.phase"),
          "events",
              List.of(
                  "involvedObject.kind",
                  "involvedObject.name",
                  "involvedObject.namespace",
                  "involvedObject.uid"));

  /** One comparison; {@code equal} is false for {@code !=}. */
  public record Term(String field, boolean equal, String value) {
    boolean matches(ApiObject object) {
      JsonNode at = object.tree().at("/" + field.replace('.', '/'));
      return at.asText().equals(value) == equal;
    }
  }

  public FieldSelector {
    terms = List.copyOf(terms);
  }

  public boolean matches(ApiObject object) {
    return terms.stream().allMatch(each -> each.matches(object));
  }

  /**
   * Reads the query parameter; blank selects everything.
   *
   * @throws Refusal 400 when the kind cannot be selected by such a field
   */
  public static FieldSelector parse(String text, ResourceKind kind) {
    List<Term> terms = new ArrayList<>();
    for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
      int operator = part.indexOf('=');
      if (operator < 1) {
        throw Refusal.badRequest(
            "invalid selector: '" + text + "'; can't understand '" + part + "'");
      }
      boolean equal = part.charAt(operator - 1) != '!';
      String field = part.substring(0, equal ? operator : operator - 1);
      String value = part.substring(operator + 1);
      requireSupported(field, kind);
      terms.add(new Term(field, equal, value.startsWith("=") ? value.substring(1) : value));
    }
    return new FieldSelector(terms);
  }

  private static void requireSupported(String field, ResourceKind kind) {
    boolean everywhere = field.equals("metadata.name") || field.equals("metadata.namespace");
    if (!everywhere && !SUPPORTED.getOrDefault(kind.plural(), List.of()).contains(field)) {
      throw Refusal.badRequest("field label not supported: " + field);
    }
  }
}
