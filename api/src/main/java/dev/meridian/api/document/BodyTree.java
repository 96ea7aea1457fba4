package dev.meridian.api.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.api.problem.ProblemType;
import dev.meridian.ledger.json.MeridianJson;
import io.micronaut.http.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/** A body as a plain tree: the same one whether it was YAML or JSON. */
public final class BodyTree {
  /** A field that stands there twice has lost one of its values: that is an error, not a choice. */
  private static final ObjectMapper JSON =
      MeridianJson.mapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final @Nullable Object value;

  private BodyTree(@Nullable Object value) {
    this.value = value;
  }

  /**
   * Reads YAML where the content type says so, else JSON.
   *
   * @throws ProblemException when it is not well-formed
   */
  static BodyTree of(byte[] body, Optional<MediaType> type) {
    return type.filter(Yaml::isYaml).isPresent() ? yaml(body) : json(body);
  }

  /**
   * Reads JSON.
   *
   * @throws ProblemException when it is not well-formed
   */
  public static BodyTree json(byte[] body) {
    try {
      return new BodyTree(body.length == 0 ? null : JSON.readValue(body, Object.class));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw malformed("JSON", e.getOriginalMessage() + ", at line " + line);
    } catch (IOException e) {
      throw malformed("JSON", String.valueOf(e.getMessage()));
    }
  }

  private static BodyTree yaml(byte[] body) {
    try {
      return new BodyTree(YamlText.read(new String(body, StandardCharsets.UTF_8)));
    } catch (YAMLException e) {
      throw malformed("YAML", String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
  }

  private static ProblemException malformed(String what, String why) {
    return ProblemException.of(
        ProblemType.MALFORMED_BODY, "The body is not well-formed " + what + ": " + why + ".");
  }

  /** Whatever stood there. */
  public @Nullable Object value() {
    return value;
  }

  /** The object that stood there, as the ledger stores it: nothing in it is null. */
  public Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> fields) {
      fields.forEach((name, content) -> {
        if (content != null) {
          object.put(String.valueOf(name), content);
        }
      });
    }
    return Collections.unmodifiableMap(object);
  }

  /** A field of text, if there is one. */
  Optional<String> text(String name) {
    return value instanceof Map<?, ?> fields && fields.get(name) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }
}
