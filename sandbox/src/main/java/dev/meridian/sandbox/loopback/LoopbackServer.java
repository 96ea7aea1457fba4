package dev.meridian.sandbox.loopback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP server on 127.0.0.1, a virtual thread for each request. */
public final class LoopbackServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);
  private static final int LARGEST_BODY = 1 << 20;

  static {
    // Without it small answers on kept connections wait 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** Answers one request. An exception that escapes is answered 500, and logged. */
  @FunctionalInterface
  public interface Handler {
    Answer answer(Asked asked);
  }

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts.
   *
   * @param port 0 for any free one
   * @throws UncheckedIOException when the port is taken
   */
  public static LoopbackServer start(int port, Handler handler) {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      server.setExecutor(threads);
      server.createContext("/", exchange -> serve(exchange, handler));
      server.start();
      return new LoopbackServer(server, threads);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
    }
  }

  /** Where it listens: {@code http://127.0.0.1:PORT}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void serve(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange, handler));
    }
  }

  private static Answer answer(HttpExchange exchange, Handler handler) throws IOException {
    Optional<Asked> asked;
    try {
      asked = read(exchange);
    } catch (IllegalArgumentException e) {
      return Answer.problem(400, "unreadable request", String.valueOf(e.getMessage()));
    }
    if (asked.isEmpty()) {
      return Answer.problem(413, "request too large", "send at most " + LARGEST_BODY + " bytes");
    }
    try {
      return handler.answer(asked.get());
    } catch (RuntimeException e) {
      LOG.error("{} {} failed", asked.get().method(), asked.get().path(), e);
      return Answer.problem(500, "the sandbox failed", e.toString());
    }
  }

  private static Optional<Asked> read(HttpExchange exchange) throws IOException {
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readNBytes(LARGEST_BODY + 1);
    }
    if (body.length > LARGEST_BODY) {
      return Optional.empty();
    }
    String text = new String(body, StandardCharsets.UTF_8);
    SortedMap<String, List<String>> parameters = new TreeMap<>();
    Asked.read(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""), parameters);
    String type =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
    if (type.startsWith("application/x-www-form-urlencoded")) {
      Asked.read(text, parameters);
    }
    return Optional.of(
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            parameters,
            headers(exchange),
            text));
  }

  private static SortedMap<String, String> headers(HttpExchange exchange) {
    SortedMap<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return headers;
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.bytes();
    if (!answer.contentType().isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
    }
    boolean bare = head || body.length == 0;
    exchange.sendResponseHeaders(answer.status(), bare ? -1 : body.length);
    if (!bare) {
      exchange.getResponseBody().write(body);
    }
  }
}
