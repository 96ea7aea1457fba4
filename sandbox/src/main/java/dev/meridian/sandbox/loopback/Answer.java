package dev.meridian.sandbox.loopback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back over HTTP.
 *
 * @param status HTTP status
 * @param contentType media type
 * @param body whole, empty for none
 */
public record Answer(int status, String contentType, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer with a JSON tree of maps, lists, texts and numbers. */
  public static Answer json(int status, Object tree) {
    try {
      return new Answer(status, "application/json", JSON.writeValueAsString(tree));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON tree: " + tree, e);
    }
  }

  public static Answer text(int status, String text) {
    return new Answer(status, "text/plain; charset=utf-8", text);
  }

  public static Answer none() {
    return new Answer(204, "", "");
  }

  /** A problem document: what is wrong, and what to do about it. */
  public static Answer problem(int status, String title, String detail) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("title", title);
    tree.put("status", status);
    tree.put("detail", detail);
    return new Answer(status, "application/problem+json", json(status, tree).body());
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
