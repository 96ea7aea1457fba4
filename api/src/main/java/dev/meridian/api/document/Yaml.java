package dev.meridian.api.document;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;

/** The media types of documents. */
final class Yaml {
  static final String APPLICATION = "application/yaml";
  static final String TEXT = "text/yaml";
  static final String OLD = "application/x-yaml";

  private Yaml() {}

  /** Whether the caller would rather have YAML than JSON. */
  static boolean preferred(HttpRequest<?> request) {
    return request.accept().stream()
        .filter(type -> isYaml(type) || type.matches(MediaType.APPLICATION_JSON_TYPE))
        .findFirst()
        .map(Yaml::isYaml)
        .orElse(false);
  }

  static boolean isYaml(MediaType type) {
    return type.getSubtype().endsWith("yaml");
  }
}
