package dev.meridian.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.meridian.sandbox.kubernetes.cluster.Beginning;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ResourceKind;
import dev.meridian.sandbox.kubernetes.object.ResourceKinds;
import dev.meridian.sandbox.world.WorldSpec;
import dev.meridian.sandbox.world.WorldSpec.WorldRegion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a team has deployed with kubectl before anybody thought of Meridian: the template of the
 * service's document, rendered for a region with the incumbent's image.
 */
public final class Incumbent {
  /** The field manager of {@code kubectl apply} without server-side apply. */
  private static final String MANAGER = "kubectl-client-side-apply";

  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
  private static final Duration BEFORE = Duration.ofHours(1);
  private static final Pattern PARAMETER = Pattern.compile("\\$\\{([A-Za-z0-9_-]+)}");
  private static final YAMLMapper YAML = new YAMLMapper();

  private final WorldSpec spec;
  private final JsonNode document;

  /**
   * @param document the service's document as YAML
   */
  Incumbent(WorldSpec spec, String document) {
    this.spec = spec;
    try {
      this.document = YAML.readTree(document);
    } catch (IOException e) {
      throw new UncheckedIOException("the service's document is no YAML", e);
    }
  }

  /** The pod label {@code revision} of what runs at the beginning: 12 digits from its image. */
  public static String label(String image) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha256.digest(image.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** What the region's cluster begins with: an hour before the world does, all is rolled out. */
  Beginning in(WorldRegion region) {
    List<ApiObject> objects = new ArrayList<>();
    objects.add(namespace("default"));
    objects.add(namespace("kube-system"));
    if (!region.namespace().isEmpty()) {
      objects.add(namespace(region.namespace()));
      objects.addAll(manifests(region));
    }
    return new Beginning(objects, MANAGER, spec.begins().minus(BEFORE));
  }

  private static ApiObject namespace(String name) {
    ApiObject namespace = ApiObject.of(ResourceKinds.NAMESPACES);
    namespace.metadata().put("name", name);
    namespace.metadata().putObject("labels").put("kubernetes.io/metadata.name", name);
    return namespace;
  }

  private List<ApiObject> manifests(WorldRegion region) {
    String text = rendered(region);
    List<ApiObject> objects = new ArrayList<>();
    try (MappingIterator<JsonNode> each = YAML.readerFor(JsonNode.class).readValues(text)) {
      while (each.hasNext()) {
        if (each.next() instanceof ObjectNode tree && !tree.isEmpty()) {
          objects.add(applied(new ApiObject(tree), region));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the service's template is no YAML once rendered", e);
    }
    return objects;
  }

  private static ApiObject applied(ApiObject object, WorldRegion region) {
    ResourceKind kind =
        ResourceKinds.of(object)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "the sandbox knows no " + object.apiVersion() + " " + object.kind()));
    if (kind.namespaced() && object.namespace().isEmpty()) {
      object.metadata().put("namespace", region.namespace());
    }
    String config = object.tree() + "\n";
    ApiObject.object(object.metadata(), "annotations").put(LAST_APPLIED, config);
    return object;
  }

  private String rendered(WorldRegion region) {
    Map<String, String> parameters = parameters(region);
    Matcher matcher = PARAMETER.matcher(document.path("template").path("manifests").asText());
    return matcher.replaceAll(match -> {
      String value = parameters.get(match.group(1));
      if (value == null) {
        throw new IllegalArgumentException("template parameter without value: " + match.group());
      }
      return Matcher.quoteReplacement(value);
    });
  }

  private Map<String, String> parameters(WorldRegion region) {
    Map<String, String> parameters =
        new TreeMap<>(ApiObject.texts(document.path("template").path("parameters")));
    for (JsonNode presence : document.path("presences")) {
      if (presence.path("region").asText().equals(region.code().value())) {
        parameters.putAll(ApiObject.texts(presence.path("parameters")));
      }
    }
    parameters.put("image", region.registry() + "/" + spec.incumbent());
    parameters.put("revision", label(spec.incumbent()));
    parameters.put("region", region.code().value());
    parameters.put("namespace", region.namespace());
    parameters.put("service", spec.service());
    return parameters;
  }
}
