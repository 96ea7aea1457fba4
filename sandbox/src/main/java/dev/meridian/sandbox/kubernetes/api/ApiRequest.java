package dev.meridian.sandbox.kubernetes.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.Refusal;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A request, read.
 *
 * @param path decoded segments
 * @param query decoded parameters; of a repeated one the last
 */
record ApiRequest(
    String method,
    List<String> path,
    SortedMap<String, String> query,
    Headers headers,
    String body) {
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final int LARGEST_BODY = 3 * 1024 * 1024;

  static ApiRequest read(HttpExchange exchange) throws IOException {
    String raw = exchange.getRequestURI().getRawPath();
    List<String> path =
        Arrays.stream(raw.split("/"))
            .filter(segment -> !segment.isEmpty())
            .map(ApiRequest::decode)
            .toList();
    byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (bytes.length > LARGEST_BODY) {
      throw Refusal.badRequest("Request entity too large: limit is " + LARGEST_BODY);
    }
    return new ApiRequest(
        exchange.getRequestMethod(),
        path,
        query(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("")),
        exchange.getRequestHeaders(),
        new String(bytes, StandardCharsets.UTF_8));
  }

  /** The parameter, or an empty text. */
  String parameter(String name) {
    return query.getOrDefault(name, "");
  }

  boolean flag(String name) {
    String value = parameter(name);
    return value.equals("true") || value.equals("1");
  }

  /**
   * @throws Refusal 400 when it is there and no number
   */
  Optional<Long> number(String name) {
    String value = parameter(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(value));
    } catch (NumberFormatException e) {
      throw Refusal.badRequest("invalid value \"" + value + "\" of parameter " + name);
    }
  }

  String header(String name) {
    return Optional.ofNullable(headers.getFirst(name)).orElse("");
  }

  /** The media type of the body without its parameters. */
  String contentType() {
    String type = header("Content-Type");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  boolean wantsTable() {
    return String.join(",", headers.getOrDefault("Accept", List.of())).contains("as=Table");
  }

  /** The field manager that is named, or the program's name. */
  String manager() {
    String named = parameter("fieldManager");
    String agent = header("User-Agent");
    int end = agent.indexOf('/');
    return named.isEmpty() ? (end < 0 ? agent : agent.substring(0, end)) : named;
  }

  /** Whether nothing shall be stored. */
  boolean dryRun() {
    String value = parameter("dryRun");
    if (!value.isEmpty() && !value.equals("All")) {
      throw Refusal.badRequest("Unsupported value: \"" + value + "\": supported values: \"All\"");
    }
    return !value.isEmpty();
  }

  /**
   * The body as JSON, from JSON or YAML; an empty object when there is none.
   *
   * @throws Refusal 400 or 415
   */
  JsonNode json() {
    if (contentType().contains("protobuf")) {
      throw Refusal.unsupportedMediaType(contentType(), "application/json, application/yaml");
    }
    if (body.isEmpty()) {
      return ApiObject.JSON.createObjectNode();
    }
    try {
      boolean json = body.stripLeading().startsWith("{") || body.stripLeading().startsWith("[");
      return (json ? ApiObject.JSON : YAML).readTree(body);
    } catch (JsonProcessingException e) {
      throw Refusal.badRequest(
          "the object provided is unrecognized: couldn't parse the body: "
              + e.getOriginalMessage());
    }
  }

  /** The body as an object of the API. */
  ObjectNode object() {
    if (json() instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.badRequest("the object provided is unrecognized: it should be one object");
  }

  private static SortedMap<String, String> query(String raw) {
    SortedMap<String, String> query = new TreeMap<>();
    for (String pair : raw.split("&")) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        String name = equals < 0 ? pair : pair.substring(0, equals);
        query.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
