package dev.meridian.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON pointers (RFC 6901) into a tree of maps and lists. */
final class Pointers {
  private Pointers() {}

  /** A field's name as a pointer spells it: {@code ~} is {@code ~0}, {@code /} is {@code ~1}. */
  static String escape(String token) {
    return token.replace("~", "~0").replace("/", "~1");
  }

  static List<String> tokens(String pointer) {
    if (pointer.isEmpty()) {
      return List.of();
    }
    List<String> tokens = new ArrayList<>();
    for (String token : pointer.substring(1).split("/", -1)) {
      tokens.add(token.replace("~1", "/").replace("~0", "~"));
    }
    return tokens;
  }

  /** What stands at {@code pointer}; nothing where the path ends early. */
  static Optional<Object> find(@Nullable Object root, String pointer) {
    @Nullable Object here = root;
    for (String token : tokens(pointer)) {
      here = step(here, token);
    }
    return Optional.ofNullable(here);
  }

  /**
   * The place of {@code pointer} in the order of the document, as the index taken at each step.
   * What is not there (a missing field) comes before everything else in its object.
   */
  static List<Integer> order(@Nullable Object root, String pointer) {
    List<Integer> order = new ArrayList<>();
    @Nullable Object here = root;
    for (String token : tokens(pointer)) {
      order.add(index(here, token));
      here = step(here, token);
    }
    return order;
  }

  private static @Nullable Object step(@Nullable Object here, String token) {
    int index = index(here, token);
    if (index < 0) {
      return null;
    }
    return switch (here) {
      case Map<?, ?> map -> new ArrayList<@Nullable Object>(map.values()).get(index);
      case List<?> list -> list.get(index);
      case null, default -> null;
    };
  }

  private static int index(@Nullable Object here, String token) {
    return switch (here) {
      case Map<?, ?> map -> map.keySet().stream().map(String::valueOf).toList().indexOf(token);
      case List<?> list -> token.matches("[0-9]{1,9}") ? within(list, token) : -1;
      case null, default -> -1;
    };
  }

  private static int within(List<?> list, String token) {
    int index = Integer.parseInt(token);
    return index < list.size() ? index : -1;
  }
}
