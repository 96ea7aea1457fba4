package dev.meridian.sandbox.fault;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.loopback.Answer;
import dev.meridian.sandbox.loopback.Asked;
import dev.meridian.sandbox.loopback.LoopbackServer;
import dev.meridian.sandbox.world.Fault;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Faults over HTTP: {@code GET /faults}, {@code POST /faults}, {@code DELETE /faults/ID}. */
public final class FaultServer implements AutoCloseable {
  private static final String ROOT = "/faults";

  private final JournaledFaults faults;
  private final List<RegionCode> regions;
  private final LoopbackServer server;

  private FaultServer(JournaledFaults faults, List<RegionCode> regions, int port) {
    this.faults = faults;
    this.regions = List.copyOf(regions);
    this.server = LoopbackServer.start(port, this::answer);
  }

  /**
   * Starts on loopback.
   *
   * @param regions that a fault may name
   * @param port 0 for any free one
   */
  public static FaultServer start(JournaledFaults faults, List<RegionCode> regions, int port) {
    return new FaultServer(faults, regions, port);
  }

  /** Where faults are listed and begun. */
  public URI address() {
    return server.address().resolve(ROOT);
  }

  @Override
  public void close() {
    server.close();
  }

  private Answer answer(Asked asked) {
    String path = asked.path();
    if (path.equals(ROOT)) {
      return switch (asked.method()) {
        case "GET" -> Answer.json(200, list());
        case "POST" -> begin(asked.body());
        default -> Answer.problem(405, "method not allowed", "GET lists, POST begins a fault");
      };
    }
    if (path.startsWith(ROOT + "/")) {
      return one(asked.method(), path.substring(ROOT.length() + 1));
    }
    return Answer.problem(404, "nothing here", "faults are at " + ROOT);
  }

  private Answer one(String method, String id) {
    return switch (method) {
      case "GET" -> described(id);
      case "DELETE" -> {
        faults.end(id);
        yield described(id);
      }
      default -> Answer.problem(405, "method not allowed", "GET reads, DELETE ends a fault");
    };
  }

  private Answer described(String id) {
    return Optional.ofNullable(faults.byId().get(id))
        .map(fault -> Answer.json(200, tree(id, fault)))
        .orElseGet(() ->
            Answer.problem(
                404, "no such fault", "\"" + id + "\" is unknown; GET " + ROOT + " lists all"));
  }

  private Answer begin(String body) {
    return switch (FaultRequest.read(body, regions)) {
      case FaultRequest.Unsound unsound -> refusal(unsound);
      case FaultRequest.Sound sound -> {
        String id = faults.begin(sound.kind(), sound.region(), sound.lasting());
        yield new Answer(201, "application/json", described(id).body());
      }
    };
  }

  private static Answer refusal(FaultRequest.Unsound unsound) {
    List<Map<String, String>> problems = new ArrayList<>();
    unsound
        .problems()
        .forEach((pointer, remedy) -> problems.add(Map.of("pointer", pointer, "remedy", remedy)));
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("title", "the fault cannot begin");
    tree.put("status", 400);
    tree.put("problems", problems);
    return new Answer(400, "application/problem+json", Answer.json(400, tree).body());
  }

  private List<Map<String, Object>> list() {
    List<Map<String, Object>> list = new ArrayList<>();
    faults.byId().forEach((id, fault) -> list.add(tree(id, fault)));
    return list;
  }

  private static Map<String, Object> tree(String id, Fault fault) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", id);
    tree.put("kind", fault.kind().spelled());
    fault.region().ifPresent(region -> tree.put("region", region.value()));
    tree.put("from", fault.from().toString());
    fault.until().ifPresent(until -> tree.put("until", until.toString()));
    return tree;
  }
}
