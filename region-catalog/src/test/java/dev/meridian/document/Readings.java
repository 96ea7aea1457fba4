package dev.meridian.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Small trees to read, and what came of reading them. */
public final class Readings {
  private Readings() {}

  public static <T> Reading<T> read(
      @Nullable Object tree, Function<DocumentReader, Value<T>> content) {
    DocumentReader reader = DocumentReader.of(tree);
    return reader.reading(content.apply(reader));
  }

  public static <T> T valid(Reading<T> reading) {
    return switch (reading) {
      case Reading.Valid<T>(T value) -> value;
      case Reading.Invalid<T>(List<Problem> problems) -> throw new AssertionError(problems);
    };
  }

  public static List<Problem> problems(Reading<?> reading) {
    return switch (reading) {
      case Reading.Valid<?>(Object value) -> throw new AssertionError("was valid: " + value);
      case Reading.Invalid<?>(List<Problem> problems) -> problems;
    };
  }

  public static List<String> pointers(Reading<?> reading) {
    return problems(reading).stream().map(Problem::pointer).toList();
  }

  /** A tree in the order written. */
  public static Map<String, @Nullable Object> tree(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tree.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return tree;
  }
}
