package dev.meridian.sandbox.prometheus;

import dev.meridian.sandbox.loopback.Answer;
import dev.meridian.sandbox.loopback.Asked;
import dev.meridian.sandbox.loopback.LoopbackServer;
import dev.meridian.sandbox.series.SeriesSource;
import dev.meridian.sandbox.world.WorldClock;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;

/** The HTTP API v1 of Prometheus, read only, over the world's series and in the world's time. */
public final class PrometheusServer implements AutoCloseable {
  private static final String API = "/api/v1/";

  private final SeriesSource source;
  private final SeriesQueries queries;
  private final WorldClock clock;
  private final Predicate<Instant> away;
  private final LoopbackServer server;

  private PrometheusServer(
      SeriesSource source, WorldClock clock, Predicate<Instant> away, int port) {
    this.source = source;
    this.queries = new SeriesQueries(source);
    this.clock = clock;
    this.away = away;
    this.server = LoopbackServer.start(port, this::answer);
  }

  /**
   * Starts on loopback.
   *
   * @param away at which instants every request is answered 503
   * @param port 0 for any free one
   */
  public static PrometheusServer start(
      SeriesSource source, WorldClock clock, Predicate<Instant> away, int port) {
    return new PrometheusServer(source, clock, away, port);
  }

  /** Base address, without path. */
  public URI address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
  }

  private Answer answer(Asked asked) {
    Instant now = clock.now();
    if (away.test(now)) {
      return Answer.text(503, "Service Unavailable");
    }
    if (!asked.method().equals("GET") && !asked.method().equals("POST")) {
      return Answer.text(405, "Method Not Allowed");
    }
    try {
      return routed(asked, now);
    } catch (QueryException e) {
      return Payload.error(e);
    }
  }

  private Answer routed(Asked asked, Instant now) {
    String path = asked.path();
    if (path.equals("/-/ready") || path.equals("/-/healthy")) {
      return Answer.text(200, "Prometheus Server is " + path.substring(3) + ".\n");
    }
    if (!path.startsWith(API)) {
      return Answer.text(404, "404 page not found");
    }
    String endpoint = path.substring(API.length());
    if (endpoint.startsWith("label/") && endpoint.endsWith("/values")) {
      String name = endpoint.substring("label/".length(), endpoint.length() - "/values".length());
      return queries.labelValues(name, asked);
    }
    return switch (endpoint) {
      case "query" -> instant(new Parameters(asked), now);
      case "query_range" -> range(new Parameters(asked));
      case "format_query" -> Payload.success(Printer.print(new Parameters(asked).query()));
      case "series" -> queries.series(asked);
      case "labels" -> queries.labelNames(asked);
      case "metadata" -> queries.metadata();
      case "status/buildinfo" -> Payload.success(Map.of("version", "2.42.0", "branch", "sandbox"));
      default -> Answer.text(404, "404 page not found");
    };
  }

  private Answer instant(Parameters parameters, Instant now) {
    long at = parameters.time("time", now);
    return Payload.of(new Evaluation(source).at(parameters.query(), at), at);
  }

  private Answer range(Parameters parameters) {
    long from = parameters.requiredTime("start");
    long to = parameters.requiredTime("end");
    long step = parameters.step(from, to);
    Expression query = parameters.query();
    if (query.type() != ValueType.SCALAR && query.type() != ValueType.VECTOR) {
      throw QueryException.badData(
          "invalid parameter \"query\": invalid expression type \""
              + query.type().words()
              + "\" for range query, must be Scalar or instant Vector");
    }
    return Payload.of(new Evaluation(source).over(query, from, to, step), to);
  }
}
