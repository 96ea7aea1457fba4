package dev.meridian.sandbox.kubernetes.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ListShape;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a field is, element by element in the spelling of {@code managedFields}: {@code f:name} for
 * a field, <code>k:{"name":"web"}</code> for a list's item, {@code v:"text"} for a set's value.
 */
public record FieldPath(List<String> elements) implements Comparable<FieldPath> {
  public static final FieldPath ROOT = new FieldPath(List.of());

  public FieldPath {
    elements = List.copyOf(elements);
  }

  /** {@code FieldPath.of("metadata", "labels")}. */
  public static FieldPath of(String... fields) {
    FieldPath path = ROOT;
    for (String field : fields) {
      path = path.field(field);
    }
    return path;
  }

  public FieldPath field(String name) {
    return then("f:" + name);
  }

  FieldPath item(ObjectNode key) {
    return then("k:" + key);
  }

  FieldPath value(JsonNode value) {
    return then("v:" + value);
  }

  FieldPath then(String element) {
    List<String> longer = new ArrayList<>(elements);
    longer.add(element);
    return new FieldPath(longer);
  }

  /** Whether this is {@code other} or below it. */
  public boolean isUnder(FieldPath other) {
    return elements.size() >= other.elements.size()
        && elements.subList(0, other.elements.size()).equals(other.elements);
  }

  FieldPath parent() {
    return new FieldPath(elements.subList(0, elements.size() - 1));
  }

  /** Whether this is the field by which the item above it is known. */
  boolean isKeyOfItem() {
    return elements.size() > 1
        && elements.get(elements.size() - 2).startsWith("k:")
        && json(elements.get(elements.size() - 2)).has(last().substring(2));
  }

  String last() {
    return elements.getLast();
  }

  /** How the list in the field {@code name} below this path is merged. */
  ListShape listBelow(String name) {
    boolean inContainer =
        elements.stream()
            .anyMatch(each -> each.startsWith("f:") && ListShape.isContainers(each.substring(2)));
    return ListShape.of(name, inContainer);
  }

  static JsonNode json(String element) {
    try {
      return ApiObject.JSON.readTree(element.substring(2));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int compareTo(FieldPath other) {
    int shared = Math.min(elements.size(), other.elements.size());
    for (int i = 0; i < shared; i++) {
      int order = elements.get(i).compareTo(other.elements.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(elements.size(), other.elements.size());
  }

  /** As messages name it: {@code .spec.template.spec.containers[name="web"].image}. */
  @Override
  public String toString() {
    return elements.stream().map(FieldPath::spoken).collect(Collectors.joining());
  }

  private static String spoken(String element) {
    return switch (element.charAt(0)) {
      case 'f' -> "." + element.substring(2);
      case 'k' ->
          json(element).properties().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining(",", "[", "]"));
      default -> "[=" + element.substring(2) + "]";
    };
  }
}
