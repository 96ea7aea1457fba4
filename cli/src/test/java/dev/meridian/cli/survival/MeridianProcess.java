package dev.meridian.cli.survival;

import dev.meridian.cli.Meridian;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own, on the class path of the build. It may be killed. */
final class MeridianProcess implements AutoCloseable {
  private static final int LONGEST_START = 60;
  private static final int LONGEST_STOP = 20;

  private final Process process;
  private final Path errors;
  private final CompletableFuture<String> ready = new CompletableFuture<>();

  private MeridianProcess(Process process, Path errors, String readyWords) {
    this.process = process;
    this.errors = errors;
    Thread.ofVirtual().start(() -> listen(readyWords));
  }

  /**
   * What is to be run.
   *
   * @param readyWords in the line that it prints once it serves
   * @param errors where what it complains of is kept
   */
  record Order(
      List<String> arguments, Map<String, String> environment, String readyWords, Path errors) {}

  /** Begins to start it. */
  static MeridianProcess begin(Order order) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Meridian.class.getName()));
    command.addAll(order.arguments());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(key -> key.startsWith("MERIDIAN_"));
    builder.environment().putAll(order.environment());
    builder.redirectError(ProcessBuilder.Redirect.appendTo(order.errors().toFile()));
    try {
      return new MeridianProcess(builder.start(), order.errors(), order.readyWords());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it; the line that says that it serves. */
  String awaitReady() {
    return ready.orTimeout(LONGEST_START, TimeUnit.SECONDS).join();
  }

  /** Waits for its end by itself. */
  int awaitExit() throws InterruptedException {
    if (!process.waitFor(LONGEST_START, TimeUnit.SECONDS)) {
      throw new AssertionError("it still runs");
    }
    return process.exitValue();
  }

  /** As {@code kill -9}: nothing is finished, nothing is said. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As Ctrl-C does, and with patience. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, LONGEST_STOP, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }

  private void listen(String readyWords) {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains(readyWords)) {
          ready.complete(line);
        }
      }
      ready.completeExceptionally(new AssertionError(Files.readString(errors)));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }
}
