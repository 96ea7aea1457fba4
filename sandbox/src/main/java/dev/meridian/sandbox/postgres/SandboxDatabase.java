package dev.meridian.sandbox.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The embedded PostgreSQL of a sandbox. Everything that it acknowledges is on disk. A server that
 * survived a killed sandbox is found again on its remembered port, and used.
 */
public final class SandboxDatabase implements AutoCloseable {
  private static final Duration STARTUP = Duration.ofSeconds(30);

  private final EmbeddedPostgres postgres;

  private SandboxDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /**
   * Starts, or attaches to what still runs.
   *
   * @param directory of its own; made when absent
   * @param programs where the server's programs are unpacked; the first of a JVM serves all later
   *     ones in it, and so must outlive them
   * @throws UncheckedIOException when it cannot be started: the message names the log
   */
  public static SandboxDatabase start(Path directory, Path programs) {
    Path log = directory.resolve("server.log");
    try {
      Files.createDirectories(directory);
      return new SandboxDatabase(
          EmbeddedPostgres.builder()
              .setDataDirectory(directory.resolve("data"))
              .setOverrideWorkingDirectory(programs.toFile())
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPort(port(directory.resolve("port")))
              .setLocaleConfig("locale", "C.UTF-8")
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("max_connections", "100")
              .setServerConfig("shared_buffers", "64MB")
              .setPGStartupWait(STARTUP)
              .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start: see " + log, e);
    }
  }

  /** The port of the first start, so that a surviving server is found. */
  private static int port(Path file) throws IOException {
    if (Files.exists(file)) {
      return Integer.parseInt(Files.readString(file).strip());
    }
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(file, Integer.toString(free.getLocalPort()));
      return free.getLocalPort();
    }
  }

  /** Where it is, for {@code MERIDIAN_DATABASE_URL}: {@code postgresql://user@host:port/name}. */
  public String url() {
    return "postgresql://postgres@127.0.0.1:" + postgres.getPort() + "/postgres";
  }

  /** Stops the server; what it holds stays. */
  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    }
  }
}
