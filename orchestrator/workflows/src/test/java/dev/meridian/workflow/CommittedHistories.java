package dev.meridian.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What workflows of each released version did, as gzipped JSON under {@code histories/<version>}.
 * Files are added, never edited.
 */
final class CommittedHistories {
  private static final String ENDING = ".json.gz";

  private CommittedHistories() {}

  static List<Path> all() throws IOException {
    try (Stream<Path> files = Files.walk(root())) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
  }

  static String read(Path file) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param name below the version's folder, for example {@code aborted/release-1}
   * @throws java.nio.file.FileAlreadyExistsException when that was recorded before
   */
  static void write(String version, String name, String json) throws IOException {
    Path file = root().resolve(version).resolve(name + ENDING);
    Files.createDirectories(file.getParent());
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
      out.write(json.getBytes(UTF_8));
    }
  }

  private static Path root() {
    return Path.of(
        System.getProperty("house.root"), "orchestrator/workflows/src/test/resources/histories");
  }
}
