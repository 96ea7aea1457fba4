package dev.meridian.sandbox.engine;

import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.IntSupplier;

/**
 * Temporal's in-memory server on a port of this machine. It forgets everything when it stops: the
 * ledger does not, and a release goes on from there.
 */
public final class SandboxEngine implements AutoCloseable {
  private static final int ATTEMPTS = 5;

  private final TestServer.PortBoundTestServer server;
  private final int port;

  private SandboxEngine(TestServer.PortBoundTestServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts on any free port, on wall time. */
  public static SandboxEngine start() {
    return start(SandboxEngine::freePort);
  }

  /** Between being found free and being bound, a port may be taken: then the next one is tried. */
  static SandboxEngine start(IntSupplier ports) {
    for (int attempt = 1; ; attempt++) {
      int port = ports.getAsInt();
      try {
        return new SandboxEngine(TestServer.createPortBoundServer(port, true), port);
      } catch (RuntimeException taken) {
        if (attempt == ATTEMPTS || !(taken.getCause() instanceof IOException)) {
          throw taken;
        }
      }
    }
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port for the workflow engine", e);
    }
  }

  /** Host and port, for {@code MERIDIAN_TEMPORAL_ADDRESS}. */
  public String target() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.close();
  }
}
