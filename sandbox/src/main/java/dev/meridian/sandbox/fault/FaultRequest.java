package dev.meridian.sandbox.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.world.Fault;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The body of {@code POST /faults}, read or refused with every problem at once. */
sealed interface FaultRequest {
  /** Everything is in order. */
  record Sound(Fault.Kind kind, Optional<RegionCode> region, Optional<Duration> lasting)
      implements FaultRequest {}

  /** What is wrong: JSON pointer to a sentence that says what to do. */
  record Unsound(Map<String, String> problems) implements FaultRequest {}

  static FaultRequest read(String body, List<RegionCode> regions) {
    JsonNode tree;
    try {
      tree = new ObjectMapper().readTree(body);
    } catch (JsonProcessingException e) {
      return new Unsound(Map.of("", "body should be JSON: " + e.getOriginalMessage()));
    }
    if (!tree.isObject()) {
      return new Unsound(Map.of("", "body should be an object such as {\"kind\":\"storm\"}"));
    }
    Map<String, String> problems = new LinkedHashMap<>();
    unknownFields(tree, problems);
    Optional<Fault.Kind> kind = kind(tree, problems);
    Optional<RegionCode> region = region(tree, regions, problems);
    Optional<Duration> lasting = lasting(tree, problems);
    return problems.isEmpty()
        ? new Sound(kind.orElseThrow(), region, lasting)
        : new Unsound(problems);
  }

  private static void unknownFields(JsonNode tree, Map<String, String> problems) {
    List<String> known = List.of("kind", "region", "lasting");
    for (Iterator<String> names = tree.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        problems.put("/" + name, "is unknown; known are " + known);
      }
    }
  }

  private static Optional<Fault.Kind> kind(JsonNode tree, Map<String, String> problems) {
    String text = tree.path("kind").asText();
    Optional<Fault.Kind> kind =
        Arrays.stream(Fault.Kind.values()).filter(each -> each.spelled().equals(text)).findFirst();
    if (kind.isEmpty()) {
      String known =
          Arrays.stream(Fault.Kind.values())
              .map(Fault.Kind::spelled)
              .collect(Collectors.joining(", "));
      problems.put("/kind", "was \"" + text + "\"; choose one of " + known);
    }
    return kind;
  }

  private static Optional<RegionCode> region(
      JsonNode tree, List<RegionCode> regions, Map<String, String> problems) {
    if (!tree.hasNonNull("region")) {
      return Optional.empty();
    }
    String text = tree.path("region").asText();
    Optional<RegionCode> region =
        regions.stream().filter(each -> each.value().equals(text)).findFirst();
    if (region.isEmpty()) {
      List<String> known = new ArrayList<>();
      regions.forEach(each -> known.add(each.value()));
      problems.put(
          "/region",
          "was \"" + text + "\"; leave it out for everywhere, or choose one of " + known);
    }
    return region;
  }

  private static Optional<Duration> lasting(JsonNode tree, Map<String, String> problems) {
    if (!tree.hasNonNull("lasting")) {
      return Optional.empty();
    }
    String text = tree.path("lasting").asText();
    try {
      Duration lasting = Duration.parse(text);
      if (lasting.isPositive()) {
        return Optional.of(lasting);
      }
    } catch (DateTimeException _) {
      // The same sentence serves both.
    }
    problems.put("/lasting", "was \"" + text + "\"; give world time such as PT30M, or leave out");
    return Optional.empty();
  }
}
