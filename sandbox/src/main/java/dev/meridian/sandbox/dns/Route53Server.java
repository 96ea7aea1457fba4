package dev.meridian.sandbox.dns;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.Faults;
import dev.meridian.sandbox.world.WorldClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Route 53 over REST (2013-04-01) on loopback: ListResourceRecordSets, ChangeResourceRecordSets,
 * GetChange, GetHostedZone, ListHostedZones and ListHostedZonesByName. An {@code Authorization}
 * header must be there; its signature is not verified.
 */
public final class Route53Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Route53Server.class);

  static {
    // Without it small answers on kept connections wait 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HostedZones zones;
  private final Faults faults;
  private final WorldClock clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Route53Server(HostedZones zones, Faults faults, WorldClock clock, HttpServer server) {
    this.zones = zones;
    this.faults = faults;
    this.clock = clock;
    this.server = server;
  }

  /**
   * Listens on loopback.
   *
   * @param port 0 for any
   */
  public static Route53Server start(HostedZones zones, Faults faults, WorldClock clock, int port)
      throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
    Route53Server server = new Route53Server(zones, faults, clock, http);
    http.createContext("/", server::handle);
    http.setExecutor(server.threads);
    http.start();
    return server;
  }

  /** What an SDK's endpoint override is set to. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String requestId = UUID.randomUUID().toString();
    try (exchange) {
      int status = 200;
      String body;
      try {
        body = answer(exchange);
      } catch (Route53Error e) {
        status = e.status();
        body = Route53Answers.error(e, requestId);
      } catch (RuntimeException e) {
        LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
        status = 500;
        body = Route53Answers.error(new Route53Error(500, "InternalFailure", "see log"), requestId);
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/xml");
      exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String answer(HttpExchange exchange) throws IOException {
    if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
      throw new Route53Error(403, "MissingAuthenticationToken", "Missing Authentication Token");
    }
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    Route53Operation operation =
        Route53Operation.of(method, path)
            .orElseThrow(() ->
                new Route53Error(
                    404,
                    "UnknownOperationException",
                    "the sandbox does not know " + method + " " + path));
    return switch (operation) {
      case Route53Operation.ListRecordSets list -> {
        zone(list.zone());
        yield Route53Answers.recordSets(zones.accepted(), query(exchange));
      }
      case Route53Operation.ChangeRecordSets change -> submit(change.zone(), exchange);
      case Route53Operation.GetHostedZone get -> {
        zone(get.zone());
        yield Route53Answers.hostedZone(zones);
      }
      case Route53Operation.ListHostedZones _ -> Route53Answers.hostedZones(zones);
      case Route53Operation.ListHostedZonesByName _ ->
          Route53Answers.hostedZonesByName(zones, query(exchange));
      case Route53Operation.GetChange get ->
          Route53Answers.change(change(get.change()), clock.now());
    };
  }

  private String submit(String zoneId, HttpExchange exchange) throws IOException {
    zone(zoneId);
    if (throttled()) {
      throw new Route53Error(400, "Throttling", "Rate exceeded");
    }
    Batch batch = ChangeBatchReader.read(exchange.getRequestBody());
    return switch (zones.submit(batch)) {
      case Submission.Accepted accepted -> Route53Answers.changed(accepted.info(), clock.now());
      case Submission.Refused refused ->
          throw new Route53Error(
              400, "InvalidChangeBatch", "[" + String.join(", ", refused.messages()) + "]");
      case Submission.Busy _ ->
          throw new Route53Error(
              400,
              "PriorRequestNotComplete",
              "The request was rejected because Route 53 was still processing a prior request.");
    };
  }

  private boolean throttled() {
    return faults.all().stream()
        .anyMatch(fault -> fault.kind() == Fault.Kind.DNS_THROTTLED && fault.active(clock.now()));
  }

  private void zone(String zoneId) {
    if (!zoneId.equals(zones.id())) {
      throw new Route53Error(404, "NoSuchHostedZone", "No hosted zone found with ID: " + zoneId);
    }
  }

  private ChangeInfo change(String changeId) {
    return zones
        .change(changeId)
        .orElseThrow(() ->
            new Route53Error(404, "NoSuchChange", "Could not find resource with ID: " + changeId));
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
