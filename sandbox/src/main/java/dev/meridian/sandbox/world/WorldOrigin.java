package dev.meridian.sandbox.world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What tells one world from another: it is the journal's first entry, so that a directory is never
 * continued as another world than it was.
 *
 * @param seed of all chance
 * @param begins first instant with traffic
 */
public record WorldOrigin(long seed, Instant begins) {
  private static final String KIND = "world";

  static WorldOrigin of(WorldSpec spec) {
    return new WorldOrigin(spec.seed(), spec.begins());
  }

  /** The origin of the world in a directory; empty when there is none yet. */
  public static Optional<WorldOrigin> in(Path directory) {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    return JournalFile.read(directory).entries().stream()
        .filter(entry -> entry.kind().equals(KIND))
        .findFirst()
        .map(WorldOrigin::read);
  }

  /**
   * Writes the origin into a new journal, or makes sure that an old one has the same.
   *
   * @throws IllegalStateException when the journal is another world's
   */
  public static void confirm(Journal journal, WorldSpec spec) {
    WorldOrigin expected = of(spec);
    Optional<WorldOrigin> known = journal.entries(KIND).stream().findFirst().map(WorldOrigin::read);
    if (known.isEmpty()) {
      journal.append(KIND, Map.of("seed", spec.seed(), "begins", spec.begins().toString()));
    } else if (!known.get().equals(expected)) {
      throw new IllegalStateException(
          "the directory holds the world of seed "
              + known.get().seed()
              + " that begins at "
              + known.get().begins()
              + ", not of seed "
              + expected.seed()
              + " and "
              + expected.begins()
              + ": continue that one, or choose another directory");
    }
  }

  private static WorldOrigin read(Journal.Entry entry) {
    Object seed = entry.payload().get("seed");
    return new WorldOrigin(
        seed instanceof Number number ? number.longValue() : 0,
        Instant.parse(String.valueOf(entry.payload().get("begins"))));
  }
}
