package dev.meridian.ledger.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A PostgreSQL server of the tests' own, as configured in production but for the disk. */
public final class TestServer {
  private static final class Shared {
    static final EmbeddedPostgres SERVER = start(Optional.empty());
  }

  private TestServer() {}

  /** The one of this JVM: started when first asked for, ended with the JVM. */
  static EmbeddedPostgres shared() {
    return Shared.SERVER;
  }

  /**
   * A server that a test may kill: its data outlive it in {@code directory}, so another start on
   * the same directory and port is the same server again. What it acknowledges is on disk.
   */
  public static EmbeddedPostgres durable(Path directory, int port) {
    return start(Optional.of(new Durable(directory, port)));
  }

  private record Durable(Path directory, int port) {}

  private static EmbeddedPostgres start(Optional<Durable> durable) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setLocaleConfig("locale", "C.UTF-8")
            .setPGStartupWait(Duration.ofSeconds(60))
            .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile());
    durable.ifPresent(store ->
        builder
            .setDataDirectory(store.directory())
            .setCleanDataDirectory(false)
            .setPort(store.port())
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on"));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be started for the tests", e);
    }
  }
}
