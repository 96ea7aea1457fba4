package dev.meridian.sandbox.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One entry as one line of JSON: {@code {"seq":1,"at":"...","kind":"dns","payload":{...}}}. */
final class JournalLine {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  private JournalLine() {}

  /** Without the line's end. */
  static String of(Journal.Entry entry) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("seq", entry.seq());
    tree.put("at", entry.at().toString());
    tree.put("kind", entry.kind());
    tree.put("payload", entry.payload());
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("payload should be a JSON tree: " + entry.payload(), e);
    }
  }

  /** Empty when the line is no whole entry. */
  static Optional<Journal.Entry> read(String line) {
    try {
      Map<String, Object> tree = JSON.readValue(line, TREE);
      Object payload = tree.get("payload");
      if (tree.get("seq") instanceof Number seq
          && tree.get("at") instanceof String at
          && tree.get("kind") instanceof String kind
          && payload != null) {
        Map<String, Object> read = JSON.convertValue(payload, TREE);
        return Optional.of(new Journal.Entry(seq.longValue(), Instant.parse(at), kind, read));
      }
      return Optional.empty();
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The entry as a later reader will see it: the same types, whoever wrote the payload. */
  static Journal.Entry settled(Journal.Entry entry) {
    return read(of(entry)).orElseThrow();
  }
}
