package dev.meridian.sandbox.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A journal as found on disk.
 *
 * @param path of the file
 * @param entries in order, without gap
 * @param soundBytes how far the file is whole; behind it lies at most one torn line
 */
record JournalFile(Path path, List<Journal.Entry> entries, long soundBytes) {
  JournalFile {
    entries = List.copyOf(entries);
  }

  /**
   * Reads the journal of a directory; a missing file is an empty one.
   *
   * @throws IllegalStateException when a line that is not the last one is damaged
   */
  static JournalFile read(Path directory) {
    Path path = directory.resolve("journal.ndjson");
    byte[] bytes = bytes(path);
    List<Journal.Entry> entries = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '\n') {
        continue;
      }
      String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
      Optional<Journal.Entry> entry =
          JournalLine.read(line).filter(e -> e.seq() == entries.size() + 1);
      if (entry.isEmpty() && i == bytes.length - 1) {
        break;
      }
      entries.add(
          entry.orElseThrow(() ->
              new IllegalStateException(
                  path + " is damaged at line " + (entries.size() + 1) + ": " + line)));
      start = i + 1;
    }
    return new JournalFile(path, entries, start);
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}
