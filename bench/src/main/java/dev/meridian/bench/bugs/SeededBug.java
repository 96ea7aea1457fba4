package dev.meridian.bench.bugs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One deliberate mistake.
 *
 * @param id what it is called
 * @param file that it is in, from the project's root
 * @param find what stands there, within one line
 * @param put what stands there instead
 * @param effect what it would do in the world
 */
public record SeededBug(String id, Path file, String find, String put, String effect) {
  /** The name of the class that is wrong. */
  public String where() {
    return String.valueOf(file.getFileName()).replace(".java", "");
  }

  /**
   * The source with the mistake.
   *
   * @throws IllegalStateException when the line is not there, or more than once: then the list must
   *     follow the source
   */
  public String planted(Path root) throws IOException {
    String source = Files.readString(root.resolve(file));
    int at = source.indexOf(find);
    if (at < 0 || source.indexOf(find, at + 1) >= 0) {
      throw new IllegalStateException(
          "seeded bug %s: \"%s\" is %s in %s: change it in seeded-bugs.txt to what stands there now"
              .formatted(id, find, at < 0 ? "not" : "more than once", file));
    }
    return source.substring(0, at) + put + source.substring(at + find.length());
  }
}
