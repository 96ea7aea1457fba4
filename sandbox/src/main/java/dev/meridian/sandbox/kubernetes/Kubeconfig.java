package dev.meridian.sandbox.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.meridian.region.RegionCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/** A kubeconfig with one context for each region, called by its code. */
final class Kubeconfig {
  private static final ObjectMapper YAML = new YAMLMapper();

  private Kubeconfig() {}

  static void write(Path file, SortedMap<RegionCode, URI> addresses) {
    ObjectNode config = YAML.createObjectNode();
    config.put("apiVersion", "v1").put("kind", "Config");
    ArrayNode clusters = config.putArray("clusters");
    ArrayNode contexts = config.putArray("contexts");
    ArrayNode users = config.putArray("users");
    addresses.forEach((region, address) -> {
      ObjectNode cluster = clusters.addObject().put("name", region.value());
      cluster.putObject("cluster").put("server", address.toString());
      ObjectNode context = contexts.addObject().put("name", region.value());
      context.putObject("context").put("cluster", region.value()).put("user", "sandbox");
    });
    users.addObject().put("name", "sandbox").putObject("user");
    config.put("current-context", addresses.firstKey().value());
    try {
      YAML.writeValue(Files.newBufferedWriter(file), config);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
