package dev.meridian.sandbox.kubernetes.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A set of fields of an object, as {@code fieldsV1} writes it. */
public record FieldSet(SortedSet<FieldPath> paths) {
  public static final FieldSet NONE = new FieldSet(Collections.emptySortedSet());

  public FieldSet {
    paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
  }

  public boolean isEmpty() {
    return paths.isEmpty();
  }

  FieldSet plus(FieldSet other) {
    TreeSet<FieldPath> union = new TreeSet<>(paths);
    union.addAll(other.paths);
    return new FieldSet(union);
  }

  FieldSet minus(FieldSet other) {
    return where(path -> !other.paths.contains(path));
  }

  FieldSet where(Predicate<FieldPath> wanted) {
    TreeSet<FieldPath> rest = new TreeSet<>();
    paths.stream().filter(wanted).forEach(rest::add);
    return new FieldSet(rest);
  }

  /** Whether the path or anything below it is in the set. */
  boolean touches(FieldPath path) {
    return paths.tailSet(path).stream().findFirst().filter(each -> each.isUnder(path)).isPresent();
  }

  ObjectNode toFieldsV1() {
    ObjectNode root = ApiObject.JSON.createObjectNode();
    for (FieldPath path : paths) {
      ObjectNode at = root;
      for (String element : path.elements()) {
        at = ApiObject.object(at, element);
      }
      if (touchesBelow(path)) {
        at.putObject(".");
      }
    }
    return root;
  }

  static FieldSet ofFieldsV1(JsonNode fields) {
    TreeSet<FieldPath> found = new TreeSet<>();
    fields
        .properties()
        .forEach(each -> read(each.getValue(), FieldPath.ROOT.then(each.getKey()), found));
    return new FieldSet(found);
  }

  private static void read(JsonNode node, FieldPath at, SortedSet<FieldPath> into) {
    if (node.isEmpty() || node.has(".")) {
      into.add(at);
    }
    node.properties().stream()
        .filter(each -> !each.getKey().equals("."))
        .forEach(each -> read(each.getValue(), at.then(each.getKey()), into));
  }

  private boolean touchesBelow(FieldPath path) {
    return paths.tailSet(path).stream()
        .skip(1)
        .findFirst()
        .filter(each -> each.isUnder(path))
        .isPresent();
  }
}
