package dev.meridian.sandbox.kubernetes.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One API object as the JSON tree that clients see. What is stored is never changed in place: every
 * change begins with {@link #copy()}.
 *
 * @param tree with {@code apiVersion}, {@code kind} and {@code metadata}
 */
public record ApiObject(ObjectNode tree) {
  /** For trees; all API objects are read and written with it. */
  public static final ObjectMapper JSON = new ObjectMapper();

  /** An empty object of the kind. */
  public static ApiObject of(ResourceKind kind) {
    ObjectNode tree = JSON.createObjectNode();
    tree.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
    tree.putObject("metadata");
    return new ApiObject(tree);
  }

  /** Kubernetes writes times in whole seconds. */
  public static String time(Instant instant) {
    return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
  }

  public ApiObject copy() {
    return new ApiObject(tree.deepCopy());
  }

  public String kind() {
    return tree.path("kind").asText();
  }

  public String apiVersion() {
    return tree.path("apiVersion").asText();
  }

  public String name() {
    return meta("name");
  }

  /** Empty for objects of the whole cluster. */
  public String namespace() {
    return meta("namespace");
  }

  public String uid() {
    return meta("uid");
  }

  /** Empty when none was sent. */
  public String resourceVersion() {
    return meta("resourceVersion");
  }

  /** 0 for kinds that do not count generations. */
  public int generation() {
    return tree.path("metadata").path("generation").asInt();
  }

  public boolean deleting() {
    return tree.path("metadata").has("deletionTimestamp");
  }

  public List<String> finalizers() {
    List<String> found = new ArrayList<>();
    tree.path("metadata").path("finalizers").forEach(each -> found.add(each.asText()));
    return List.copyOf(found);
  }

  public SortedMap<String, String> labels() {
    return texts(tree.path("metadata").path("labels"));
  }

  /** The metadata to write to; made when it is absent. */
  public ObjectNode metadata() {
    return object(tree, "metadata");
  }

  public JsonNode spec() {
    return tree.path("spec");
  }

  public JsonNode status() {
    return tree.path("status");
  }

  /** A map of texts from a JSON object of texts. */
  public static SortedMap<String, String> texts(JsonNode node) {
    SortedMap<String, String> texts = new TreeMap<>();
    node.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
    return texts;
  }

  /** The child object of that name to write to; made when it is absent or something else. */
  public static ObjectNode object(ObjectNode parent, String name) {
    return parent.get(name) instanceof ObjectNode there ? there : parent.putObject(name);
  }

  /** The child list of that name to write to; made when it is absent or something else. */
  public static ArrayNode list(ObjectNode parent, String name) {
    return parent.get(name) instanceof ArrayNode there ? there : parent.putArray(name);
  }

  private String meta(String field) {
    return tree.path("metadata").path(field).asText();
  }
}
