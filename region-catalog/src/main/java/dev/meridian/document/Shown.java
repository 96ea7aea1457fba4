package dev.meridian.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value as a problem shows it to people: one line, at most 60 characters. */
final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Map<?, ?> map -> "{" + map.size() + " fields}";
      case List<?> list -> "[" + list.size() + " items]";
      default -> shorten(String.valueOf(value).replaceAll("\\s+", " "));
    };
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
