package dev.meridian.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known so far about the document being read: its problems, and the fields that some reader
 * asked for. Readers of one object meet here, so several may share it.
 */
final class Document {
  private final @Nullable Object root;
  private final List<Problem> problems = new ArrayList<>();
  private final NavigableSet<String> troubled = new TreeSet<>();
  private final Map<String, KnownFields> objects = new TreeMap<>();

  /** The fields of one object that readers know, or the decision to leave the rest alone. */
  private static final class KnownFields {
    final Map<?, ?> object;
    final NavigableSet<String> names = new TreeSet<>();
    boolean restLeftAlone;

    KnownFields(Map<?, ?> object) {
      this.object = object;
    }
  }

  Document(@Nullable Object root) {
    this.root = root;
  }

  Place top() {
    return new Place(this, "", root);
  }

  void add(Problem problem) {
    problems.add(problem);
    String pointer = problem.pointer();
    troubled.add("");
    for (int end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      troubled.add(pointer.substring(0, end));
    }
  }

  /** Adds a problem at any place of the document, showing what stands there. */
  void add(String pointer, String message, String remedy) {
    String shown = Shown.of(Pointers.find(root, pointer).orElse(null));
    add(new Problem(pointer, shown, message, remedy));
  }

  /** Whether a problem was found there or anywhere below. */
  boolean troubled(String pointer) {
    return troubled.contains(pointer);
  }

  void open(String pointer, Map<?, ?> object) {
    objects.putIfAbsent(pointer, new KnownFields(object));
  }

  void know(String pointer, String name) {
    known(pointer).names.add(name);
  }

  void leaveRestAlone(String pointer) {
    known(pointer).restLeftAlone = true;
  }

  /** Every problem in the order of the document, unknown fields among them. */
  List<Problem> close() {
    objects.forEach(this::reportUnknown);
    objects.clear();
    problems.sort(Comparator.comparing(p -> Pointers.order(root, p.pointer()), Document::compare));
    return problems;
  }

  private void reportUnknown(String pointer, KnownFields known) {
    if (known.restLeftAlone) {
      return;
    }
    for (Map.Entry<?, ?> field : known.object.entrySet()) {
      String name = String.valueOf(field.getKey());
      if (!known.names.contains(name)) {
        new Place(this, pointer, known.object)
            .below(name, field.getValue())
            .problem(
                "field \"" + name + "\" is not known here", NearestName.remedy(name, known.names));
      }
    }
  }

  private KnownFields known(String pointer) {
    KnownFields known = objects.get(pointer);
    if (known == null) {
      throw new IllegalStateException("no object was opened at \"" + pointer + "\"");
    }
    return known;
  }

  private static int compare(List<Integer> left, List<Integer> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int byStep = Integer.compare(left.get(i), right.get(i));
      if (byStep != 0) {
        return byStep;
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
