package dev.meridian.service;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Kubernetes manifests with parameters: one template for all regions.
 *
 * @param engine how {@code text} is rendered
 * @param text YAML documents; with {@code plain}, {@code ${name}} stands for a parameter
 * @param parameters defaults, which a presence and then a release may override
 */
public record ManifestTemplate(Engine engine, String text, SortedMap<String, String> parameters) {
  /** Parameters that every region has by itself; no document may set them. */
  public static final List<String> GIVEN =
      List.of("image", "namespace", "region", "revision", "service");

  /** How a template is rendered. Helm comes later behind the same interface. */
  public enum Engine {
    PLAIN
  }

  public ManifestTemplate {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }
}
