package dev.meridian.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SandboxEngineTest {
  private static int free() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  @Test
  void start_portTakenSinceItWasFound_triesTheNext() throws IOException {
    int port = free();
    try (ServerSocket taken = new ServerSocket(0)) {
      PrimitiveIterator.OfInt ports = IntStream.of(taken.getLocalPort(), port).iterator();

      try (SandboxEngine engine = SandboxEngine.start(ports::nextInt)) {
        assertThat(engine.target()).isEqualTo("127.0.0.1:" + port);
      }
    }
  }

  @Test
  void start_everyPortTaken_givesUpAndSaysWhichOne() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThatThrownBy(() -> SandboxEngine.start(taken::getLocalPort))
          .hasStackTraceContaining(String.valueOf(taken.getLocalPort()));
    }
  }
}
