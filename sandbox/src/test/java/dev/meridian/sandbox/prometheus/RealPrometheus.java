package dev.meridian.sandbox.prometheus;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The distribution's Prometheus on samples of ours. */
public final class RealPrometheus implements AutoCloseable {
  private static final Path SERVER = Path.of("/usr/bin/prometheus");
  private static final Path TOOL = Path.of("/usr/bin/promtool");
  private static final int TRIES = 600;

  private final Process process;
  private final URI address;

  private RealPrometheus(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  public static boolean installed() {
    return Files.isExecutable(SERVER) && Files.isExecutable(TOOL);
  }

  public static RealPrometheus start(Path directory, String openMetrics)
      throws IOException, InterruptedException {
    Path samples = Files.writeString(directory.resolve("samples.om"), openMetrics);
    Path config = Files.writeString(directory.resolve("prometheus.yml"), "global: {}\n");
    Path data = directory.resolve("data");
    Process blocks =
        started(
            directory,
            List.of(
                TOOL.toString(),
                "tsdb",
                "create-blocks-from",
                "openmetrics",
                samples.toString(),
                data.toString()));
    if (!blocks.waitFor(60, TimeUnit.SECONDS) || blocks.exitValue() != 0) {
      throw new IOException("promtool failed: " + Files.readString(directory.resolve("log")));
    }
    int port = freePort();
    Process process =
        started(
            directory,
            List.of(
                SERVER.toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + data,
                "--storage.tsdb.retention.time=100y",
                "--web.listen-address=127.0.0.1:" + port));
    RealPrometheus real = new RealPrometheus(process, URI.create("http://127.0.0.1:" + port));
    real.awaitReady();
    return real;
  }

  public URI address() {
    return address;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private void awaitReady() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest ready =
          HttpRequest.newBuilder(address.resolve("/-/ready"))
              .timeout(Duration.ofSeconds(5))
              .build();
      for (int i = 0; i < TRIES && process.isAlive(); i++) {
        try {
          if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (ConnectException _) {
          // Not listening yet.
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    close();
    throw new IOException("Prometheus did not become ready");
  }

  private static Process started(Path directory, List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()))
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
