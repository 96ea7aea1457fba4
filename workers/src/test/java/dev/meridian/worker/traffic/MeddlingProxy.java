package dev.meridian.worker.traffic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Stands between a worker and Route 53, and does to its changes what networks do. */
final class MeddlingProxy implements AutoCloseable {
  /** What befalls one change. */
  sealed interface Mishap {
    /** The request never arrives. */
    record RequestLost() implements Mishap {}

    /** It arrives, and its answer does not. */
    record AnswerLost() implements Mishap {}

    /** It arrives after something else has happened. */
    record Delayed(Runnable meanwhile) implements Mishap {}
  }

  private static final List<String> HEADERS =
      List.of("authorization", "content-type", "x-amz-date");

  private final URI target;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Mishap> mishaps = new LinkedBlockingQueue<>();

  MeddlingProxy(URI target) {
    this.target = target;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    server.createContext("/", this::pass);
    server.setExecutor(threads);
    server.start();
  }

  /** Befalls the next change that is sent and has none yet. */
  MeddlingProxy next(Mishap mishap) {
    mishaps.add(mishap);
    return this;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.close();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean change = exchange.getRequestMethod().equals("POST");
      switch (change ? mishaps.poll() : null) {
        case Mishap.RequestLost _ -> {}
        case Mishap.AnswerLost _ -> forward(exchange, body);
        case Mishap.Delayed delayed -> {
          delayed.meanwhile().run();
          answer(exchange, forward(exchange, body));
        }
        case null -> answer(exchange, forward(exchange, body));
      }
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    for (String name : HEADERS) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }
}
