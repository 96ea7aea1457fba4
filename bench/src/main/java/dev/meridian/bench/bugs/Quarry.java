package dev.meridian.bench.bugs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** All hunts, two at a time: the sources as they are first, then each bug. */
public final class Quarry {
  private static final int AT_A_TIME = 2;
  private static final int LONGEST_TOLD = 90;

  private Quarry() {}

  /**
   * One hunt.
   *
   * @param bug empty for the sources as they are
   */
  public record Hunted(Optional<SeededBug> bug, Catch result) {
    /** A bug is to be caught, and nothing is to be found where there is none. */
    public boolean asItShould() {
      return bug.isPresent() == result.caught();
    }

    /** For people. */
    public List<String> row() {
      String told = result.told();
      String seen =
          told.length() <= LONGEST_TOLD ? told : told.substring(0, LONGEST_TOLD - 3) + "...";
      return List.of(
          bug.map(SeededBug::id).orElse("none: the sources as they are"),
          bug.map(SeededBug::where).orElse(""),
          result.caught()
              ? result.by().toLowerCase(Locale.ROOT)
              : bug.isPresent() ? "NOT CAUGHT" : "nothing, as it should be",
          seen.replace('|', '/'),
          String.format(Locale.ROOT, "%,d", result.seeds()),
          String.format(Locale.ROOT, "%.1f", result.seconds()));
    }
  }

  /**
   * @param root of the project, with its sources
   * @param seconds that each hunt may take
   * @throws IllegalStateException when a bug does not fit the present sources
   */
  public static List<Hunted> hunt(List<SeededBug> bugs, Path root, int seconds)
      throws IOException, InterruptedException {
    for (SeededBug bug : bugs) {
      bug.planted(root);
    }
    List<Optional<SeededBug>> quarry = new ArrayList<>();
    quarry.add(Optional.empty());
    bugs.forEach(bug -> quarry.add(Optional.of(bug)));
    try (ExecutorService hunters = Executors.newFixedThreadPool(AT_A_TIME)) {
      List<Future<Hunted>> hunts = new ArrayList<>();
      for (Optional<SeededBug> bug : quarry) {
        hunts.add(hunters.submit(() -> hunted(bug, root, seconds)));
      }
      List<Hunted> hunted = new ArrayList<>();
      for (Future<Hunted> hunt : hunts) {
        hunted.add(hunt.get());
      }
      return List.copyOf(hunted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a hunt failed", failure.getCause());
    }
  }

  private static Hunted hunted(Optional<SeededBug> bug, Path root, int seconds)
      throws IOException, InterruptedException {
    Path classes = Files.createTempDirectory("seeded-bug");
    try {
      if (bug.isPresent()) {
        Mutant.compile(bug.get(), root, classes);
      }
      Hunted hunted = new Hunted(bug, Chase.run(classes, seconds));
      if (!hunted.asItShould()) {
        System.err.println(String.join("  ", hunted.row()));
      }
      return hunted;
    } finally {
      remove(classes);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
