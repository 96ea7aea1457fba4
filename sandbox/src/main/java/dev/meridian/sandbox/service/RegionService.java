package dev.meridian.sandbox.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.meridian.sandbox.traffic.Defects;
import dev.meridian.sandbox.world.Defect;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.RunningPods;
import dev.meridian.sandbox.world.RunningPods.Running;
import dev.meridian.sandbox.world.World;
import dev.meridian.sandbox.world.WorldSpec.WorldImage;
import dev.meridian.sandbox.world.WorldSpec.WorldRegion;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The service in one region: every answer comes from one of the pods that are ready now. */
final class RegionService implements HttpHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final WorldRegion region;
  private final World world;
  private final RunningPods pods;
  private final Defects defects;
  private final Dice dice;
  private final RateMeter rate = new RateMeter();

  RegionService(WorldRegion region, World world, RunningPods pods) {
    this.region = region;
    this.world = world;
    this.pods = pods;
    this.defects = new Defects(world.spec());
    this.dice = new Dice(world.spec().seed() ^ region.code().hashCode());
  }

  /** Without a pod, or when the service is down, the connection is closed without an answer. */
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      Instant now = world.clock().now();
      List<Running> running = pods.at(region.code(), now);
      if (running.isEmpty() || world.faults().active(Fault.Kind.SERVICE_DOWN, region.code(), now)) {
        return;
      }
      answer(exchange, chosen(running), now);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Each ready pod is as likely as any other. */
  private Running chosen(List<Running> running) {
    int all = running.stream().mapToInt(Running::ready).sum();
    int drawn = (int) (dice.next() * all);
    for (Running each : running) {
      drawn -= each.ready();
      if (drawn < 0) {
        return each;
      }
    }
    return running.getLast();
  }

  private void answer(HttpExchange exchange, Running revision, Instant now)
      throws IOException, InterruptedException {
    exchange.getResponseHeaders().set("X-Revision", revision.label());
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/healthz")) {
      write(exchange, 200, "ok");
      return;
    }
    Defects.Circumstances circumstances =
        new Defects.Circumstances(
            region.traits(),
            region.traits(),
            demand(now) + rate.count(),
            Duration.between(revision.since(), now));
    Thread.sleep(dice.latency().multipliedBy(slowness(revision, circumstances)).dividedBy(100));
    if (dice.next() < defects.errors(revision.image(), circumstances)) {
      write(exchange, 500, "{\"error\":\"internal\"}");
      return;
    }
    switch (path) {
      case "/api/cart" ->
          write(exchange, 200, "{\"items\":2,\"total\":\"24.80\",\"currency\":\"EUR\"}");
      case "/api/cart/audit" -> write(exchange, 200, audit(revision).toString());
      default -> write(exchange, 404, "{\"error\":\"no such path\"}");
    }
  }

  private long slowness(Running revision, Defects.Circumstances circumstances) {
    return Math.round(100 * defects.slowness(revision.image(), circumstances));
  }

  /** Requests per second of the region's users at this hour. */
  private double demand(Instant now) {
    int hour = now.atZone(region.zone()).getHour();
    return region.demand().isEmpty() ? 0 : region.demand().get(hour % region.demand().size());
  }

  /**
   * The service checks its own sums: here a revision shows what only a check can see, once real
   * customers have filled the carts. Staging has none.
   */
  private ObjectNode audit(Running revision) {
    Optional<String> fault =
        Stream.of(world.spec().images())
            .filter(_ -> !region.demand().isEmpty())
            .flatMap(List::stream)
            .filter(image -> image.reference().equals(revision.image()))
            .map(WorldImage::defects)
            .flatMap(List::stream)
            .filter(Defect.FailsCheck.class::isInstance)
            .map(defect -> ((Defect.FailsCheck) defect).reason())
            .findFirst();
    ObjectNode audit = JSON.createObjectNode().put("consistent", fault.isEmpty());
    fault.ifPresent(reason -> audit.put("reason", reason));
    return audit;
  }

  private static void write(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String type = body.startsWith("{") ? "application/json" : "text/plain";
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }
}
