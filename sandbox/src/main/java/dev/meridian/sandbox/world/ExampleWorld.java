package dev.meridian.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.meridian.region.RegionCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The world of the documentation's examples: the regions of {@code catalog.yaml} and the service of
 * {@code checkout.yaml}, with users where the documents say that demand is.
 */
public final class ExampleWorld {
  /** DNS weights of all regions add up to about this. */
  private static final int WEIGHT_SUM = 500;

  private final JsonNode catalog = document("catalog.yaml");
  private final JsonNode service = document("checkout.yaml");
  private final Map<String, JsonNode> presences = new LinkedHashMap<>();

  private ExampleWorld() {
    service.path("presences").forEach(each -> presences.put(each.path("region").asText(), each));
  }

  /** The example world with all of {@link ExampleImage}. */
  public static WorldSpec of(long seed, Instant begins) {
    return of(seed, begins, Arrays.stream(ExampleImage.values()).map(ExampleImage::image).toList());
  }

  /** The example world with images of one's own; the incumbent must be among them. */
  public static WorldSpec of(long seed, Instant begins, List<WorldSpec.WorldImage> images) {
    return new ExampleWorld().spec(seed, begins, images);
  }

  /** The text of an example document: {@code catalog.yaml} or {@code checkout.yaml}. */
  public static String text(String name) {
    try (InputStream in = ExampleWorld.class.getResourceAsStream("/examples/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no example document is called " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the example " + name, e);
    }
  }

  /** The hosts of the example's check hooks. */
  public static List<String> checkHosts() {
    List<String> hosts = new ArrayList<>();
    for (JsonNode check : document("checkout.yaml").path("checks")) {
      if (check.path("kind").asText().equals("hook")) {
        hosts.add(host(check.path("url").asText()));
      }
    }
    return hosts;
  }

  private WorldSpec spec(long seed, Instant begins, List<WorldSpec.WorldImage> images) {
    JsonNode dns =
        presences.values().stream()
            .map(each -> each.path("dns"))
            .filter(JsonNode::isObject)
            .findFirst()
            .orElseThrow();
    List<WorldSpec.WorldRegion> regions = new ArrayList<>();
    for (JsonNode region : catalog.path("regions")) {
      regions.add(region(region, regions.size() + 1));
    }
    return new WorldSpec(
        seed,
        begins,
        service.path("name").asText(),
        dns.path("name").asText(),
        dns.path("zone").asText(),
        regions,
        images,
        service.path("image").asText());
  }

  private WorldSpec.WorldRegion region(JsonNode region, int number) {
    String code = region.path("code").asText();
    JsonNode presence = presences.getOrDefault(code, MissingNode.getInstance());
    List<Double> demand = demand(presence);
    return new WorldSpec.WorldRegion(
        new RegionCode(code),
        ZoneId.of(region.path("zone").asText()),
        demand,
        traits(region),
        presence.path("namespace").asText(),
        region.path("registry").asText(),
        host(presence.path("endpoint").asText()),
        "127.0.1." + number,
        weight(mean(demand)));
  }

  private int weight(double mean) {
    double all = presences.values().stream().mapToDouble(each -> mean(demand(each))).sum();
    return mean == 0 ? 0 : Math.clamp(Math.round(WEIGHT_SUM * mean / all), 1, 255);
  }

  /** Of a URL that may have {@code ${parameters}} behind its host. */
  private static String host(String url) {
    int end = url.indexOf('?');
    return URI.create(end < 0 ? url : url.substring(0, end)).getHost();
  }

  private static double mean(List<Double> demand) {
    return demand.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static List<Double> demand(JsonNode presence) {
    List<Double> demand = new ArrayList<>();
    presence.path("demand").forEach(each -> demand.add(each.asDouble()));
    return demand;
  }

  private static SortedMap<String, String> traits(JsonNode region) {
    SortedMap<String, String> traits = new TreeMap<>();
    region
        .path("traits")
        .properties()
        .forEach(each -> traits.put(each.getKey(), each.getValue().asText()));
    return traits;
  }

  private static JsonNode document(String name) {
    try {
      return new YAMLMapper().readTree(text(name));
    } catch (IOException e) {
      throw new UncheckedIOException("the example " + name + " is no YAML", e);
    }
  }
}
