package dev.meridian.cli.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads environment variables and collects everything that is wrong with them. */
public final class Environment {
  private final SortedMap<String, String> variables;
  private final List<String> problems = new ArrayList<>();

  public Environment(Map<String, String> variables) {
    this.variables = new TreeMap<>(variables);
  }

  /** A value that may be absent; one that cannot be read is a problem. */
  public <T> Optional<T> optional(String key, Function<String, T> parse) {
    String text = variables.get(key);
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text.strip()));
    } catch (IllegalArgumentException e) {
      problems.add(key + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** A value that must be there. */
  public <T> Optional<T> required(String key, String what, Function<String, T> parse) {
    if (variables.getOrDefault(key, "").isBlank()) {
      problems.add(key + " is missing: set it to " + what);
      return Optional.empty();
    }
    return optional(key, parse);
  }

  /** A secret, from {@code KEY}, or from the file that {@code KEY_FILE} names. */
  public Optional<String> secret(String key) {
    Optional<String> file = optional(key + "_FILE", Function.identity());
    if (file.isEmpty()) {
      return optional(key, Function.identity());
    }
    try {
      return Optional.of(Files.readString(Path.of(file.get())).strip());
    } catch (java.io.IOException e) {
      problems.add(key + "_FILE: " + file.get() + " cannot be read");
      return Optional.empty();
    }
  }

  /**
   * Names between a prefix and a suffix, lower-case, {@code _} as {@code -}: {@code
   * MERIDIAN_METRICS_GLOBAL_URL} is {@code global}.
   */
  public List<String> names(String prefix, String suffix) {
    return variables.keySet().stream()
        .filter(key -> key.startsWith(prefix) && key.endsWith(suffix))
        .filter(key -> key.length() > prefix.length() + suffix.length())
        .map(key -> key.substring(prefix.length(), key.length() - suffix.length()))
        .toList();
  }

  public void problem(String sentence) {
    problems.add(sentence);
  }

  /**
   * The value, when nothing was wrong.
   *
   * @throws IllegalArgumentException with every problem, one a line
   */
  public <T> T build(java.util.function.Supplier<T> value) {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "the configuration cannot be used:\n  " + String.join("\n  ", problems));
    }
    return value.get();
  }
}
