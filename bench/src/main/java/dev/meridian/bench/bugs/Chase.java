package dev.meridian.bench.bugs;

import dev.meridian.bench.bugs.Catch.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link Hunt} in a process of its own, ended when it takes too long. */
final class Chase {
  /** Beyond its own time: a world that has not ended by then never will. */
  private static final int GRACE = 15;

  private Chase() {}

  /**
   * @param classes that come before everybody else's; an empty folder for the sources as they are
   * @param seconds that the hunt may take
   */
  static Catch run(Path classes, int seconds) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Path said = classes.resolve("said");
    Process hunt =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                Hunt.class.getName(),
                String.valueOf(seconds))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    boolean ended = hunt.waitFor(seconds + (long) GRACE, TimeUnit.SECONDS);
    if (!ended) {
      hunt.destroyForcibly().waitFor();
    }
    double took = (System.nanoTime() - begun) / 1e9;
    return told(Files.readAllLines(said), ended, took);
  }

  private static Catch told(List<String> lines, boolean ended, double took) {
    String[] last = lines.isEmpty() ? new String[] {""} : lines.getLast().split("\t", -1);
    if (last[0].equals("found")) {
      String what = "%s (seed %s)".formatted(last[4], last[3]);
      return new Catch(Outcome.FOUND, last[1], what, Long.parseLong(last[2]), took);
    }
    if (last[0].equals("nothing")) {
      return new Catch(Outcome.NOTHING, "", "", Long.parseLong(last[2]), took);
    }
    if (last[0].equals("in") && !ended) {
      long seeds = Long.parseLong(last[2]);
      return new Catch(Outcome.HUNG, last[1], "a world without an end", seeds, took);
    }
    throw new IllegalStateException("a hunt failed: " + String.join("\n", lines));
  }
}
