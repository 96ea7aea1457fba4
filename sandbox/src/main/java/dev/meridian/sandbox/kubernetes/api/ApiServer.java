package dev.meridian.sandbox.kubernetes.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.kubernetes.cluster.Cluster;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.Refusal;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.Faults;
import dev.meridian.sandbox.world.World;
import dev.meridian.sandbox.world.WorldClock;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A cluster's API on a port of its own: plain HTTP, a virtual thread for each request. */
public final class ApiServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ApiServer.class);

  static {
    // Without it small answers on kept connections wait 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final RegionCode region;
  private final Faults faults;
  private final WorldClock clock;
  private final ResourceVerbs verbs;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean open = true;

  private ApiServer(RegionCode region, Cluster cluster, World world, HttpServer server) {
    this.region = region;
    this.faults = world.faults();
    this.clock = world.clock();
    this.verbs = new ResourceVerbs(cluster, clock);
    this.server = server;
  }

  /**
   * Listens.
   *
   * @param port 0 for any free one
   */
  public static ApiServer start(RegionCode region, Cluster cluster, World world, int port)
      throws IOException {
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    HttpServer http = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    ApiServer server = new ApiServer(region, cluster, world, http);
    http.setExecutor(server.threads);
    http.createContext("/", server::handle);
    http.start();
    return server;
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Ends watches and closes the port. */
  @Override
  public void close() {
    open = false;
    server.stop(0);
    threads.shutdownNow();
  }

  private boolean away() {
    return faults.active(Fault.Kind.CLUSTER_AWAY, region, clock.now());
  }

  /** A handler that ends without an answer closes the connection: that is how absence looks. */
  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (away()) {
        return;
      }
      try {
        write(exchange, answer(ApiRequest.read(exchange), exchange));
      } catch (Refusal refusal) {
        write(exchange, new Answer.Json(refusal.code(), refusal.status()));
      } catch (RuntimeException e) {
        log.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
        write(exchange, new Answer.Json(500, internalError(e)));
      }
    }
  }

  private Answer answer(ApiRequest request, HttpExchange exchange) {
    if (request.header("Upgrade").equalsIgnoreCase("websocket")) {
      // fabric8 asks for a WebSocket first and falls back to a stream when it gets something else.
      return Answer.ok(ApiObject.JSON.createObjectNode());
    }
    if (faults.active(Fault.Kind.CLUSTER_THROTTLED, region, clock.now())) {
      exchange.getResponseHeaders().set("Retry-After", "1");
      throw Refusal.throttled();
    }
    Optional<Answer> discovery = Discovery.answer(request.path());
    if (discovery.isPresent()) {
      return discovery.get();
    }
    if (AccessReview.asked(request)) {
      return AccessReview.answer(request);
    }
    boolean api =
        !request.path().isEmpty()
            && (request.path().getFirst().equals("api")
                || request.path().getFirst().equals("apis"));
    return (api ? ResourcePath.of(request.path()) : Optional.<ResourcePath>empty())
        .map(path -> verbs.answer(path, request))
        .orElseThrow(Refusal::noSuchPath);
  }

  private void write(HttpExchange exchange, Answer answer) throws IOException {
    switch (answer) {
      case Answer.Json(int code, ObjectNode body) ->
          write(exchange, code, "application/json", body.toString());
      case Answer.Text(String body) -> write(exchange, 200, "text/plain", body);
      case Answer.Watching(WatchStream stream) -> {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        stream.run(exchange.getResponseBody(), () -> open && !away());
      }
    }
  }

  private static void write(HttpExchange exchange, int code, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static ObjectNode internalError(RuntimeException e) {
    ObjectNode status = ApiObject.JSON.createObjectNode();
    status.put("kind", "Status").put("apiVersion", "v1").put("status", "Failure");
    status.put("reason", "InternalError").put("code", 500);
    return status.put("message", "Internal error occurred: " + e);
  }
}
