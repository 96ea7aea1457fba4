package dev.meridian.bench.bugs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of bugs: paragraphs of {@code seeded-bugs.txt}, each with the lines {@code bug}, {@code
 * in}, {@code find}, {@code put} and {@code so}. A line that begins with {@code #} heads a part.
 */
public final class SeededBugs {
  private static final String LIST = "seeded-bugs.txt";
  private static final List<String> FIELDS = List.of("bug", "in", "find", "put", "so");

  private SeededBugs() {}

  /** All of them, in the order of the list. */
  public static List<SeededBug> all() throws IOException {
    try (InputStream list = SeededBugs.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IOException(LIST + " is missing");
      }
      return read(new String(list.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /**
   * @throws IllegalArgumentException when a paragraph has not these lines in this order
   */
  static List<SeededBug> read(String text) {
    List<SeededBug> bugs = new ArrayList<>();
    for (String paragraph : text.split("\n\\s*\n")) {
      List<String> lines =
          paragraph.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
      if (!lines.isEmpty()) {
        bugs.add(bug(lines));
      }
    }
    return List.copyOf(bugs);
  }

  private static SeededBug bug(List<String> lines) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < FIELDS.size(); i++) {
      String field = FIELDS.get(i);
      String line = i < lines.size() ? lines.get(i) : "";
      if (lines.size() != FIELDS.size() || !line.startsWith(field + " ")) {
        throw new IllegalArgumentException(
            LIST + ": a bug has the lines " + FIELDS + " in this order: " + lines);
      }
      values.add(line.substring(field.length()).strip());
    }
    return new SeededBug(
        values.get(0), Path.of(values.get(1)), values.get(2), values.get(3), values.get(4));
  }
}
