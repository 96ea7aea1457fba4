package dev.meridian.ledger.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/**
 * The one JSON of Meridian: instants and durations as ISO-8601 text, an absent {@code Optional} as
 * null, fields in the order of the record. Unknown fields are ignored when reading, because a newer
 * writer may have gained some.
 */
public final class MeridianJson {
  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .build();

  private MeridianJson() {}

  /** A mapper of the caller's own: configuring it further changes nobody else's. */
  public static ObjectMapper mapper() {
    return MAPPER.copy();
  }

  /** A value as maps, lists and scalars. */
  public static Map<String, Object> tree(Object value) {
    return MAPPER.convertValue(value, TREE);
  }

  /** A value as JSON text. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * @throws IllegalArgumentException when {@code json} is no JSON object
   */
  public static Map<String, Object> tree(String json) {
    return read(json, TREE);
  }

  /**
   * @throws IllegalArgumentException when {@code json} does not have the shape of {@code type}
   */
  public static <T> T read(String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "not a " + type.getType().getTypeName() + ": " + e.getOriginalMessage(), e);
    }
  }

  /**
   * @throws IllegalArgumentException when {@code json} does not have the shape of {@code type}
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }
}
