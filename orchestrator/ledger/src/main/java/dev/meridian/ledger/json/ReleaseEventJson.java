package dev.meridian.ledger.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.meridian.release.ReleaseEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A release's events as payloads of the ledger; their type is their {@code kind}. */
public final class ReleaseEventJson {
  /** The shape that is written now. Older ones stay readable for ever. */
  public static final int TYPE_VERSION = 1;

  private static final Map<Class<?>, String> KINDS =
      Arrays.stream(ReleaseEvent.class.getAnnotation(JsonSubTypes.class).value())
          .collect(Collectors.toUnmodifiableMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));

  private ReleaseEventJson() {}

  /** For example {@code wave-started}. */
  public static String kind(ReleaseEvent event) {
    return kind(event.getClass());
  }

  /** The same of every event of a class. */
  public static String kind(Class<? extends ReleaseEvent> events) {
    String kind = KINDS.get(events);
    if (kind == null) {
      throw new IllegalArgumentException(
          events.getSimpleName() + " has no name in ReleaseEvent's @JsonSubTypes");
    }
    return kind;
  }

  /** The payload, {@code kind} included. */
  public static Map<String, Object> tree(ReleaseEvent event) {
    return MeridianJson.tree(event);
  }

  /**
   * Reads a payload of any type version.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static ReleaseEvent read(String payload) {
    return MeridianJson.read(payload, ReleaseEvent.class);
  }
}
