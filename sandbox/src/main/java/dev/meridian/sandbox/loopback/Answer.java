package dev.meridian.sandbox.loopback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What goes back over HTTP.
 *
 * @param status HTTP status
 * @param contentType media type
 * @param body whole, empty for none
 * @param headers other than the media type
 */
public record Answer(
    int status, String contentType, String body, SortedMap<String, String> headers) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Answer {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }

  /** Without other headers. */
  public Answer(int status, String contentType, String body) {
    this(status, contentType, body, new TreeMap<>());
  }

  public Answer withHeader(String name, String value) {
    SortedMap<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, body, more);
  }

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
