package dev.meridian.worker.manifest;

import java.util.List;
import java.util.stream.Collectors;

/** The objects of one revision in one region, in the order of the template. */
public record ManifestSet(List<KubernetesObject> objects) {
  /** Kind under which artifacts keep the canonical text. */
  public static final String ARTIFACT = "manifests";

  public ManifestSet {
    objects = List.copyOf(objects);
  }

  /** One object per line, keys sorted. */
  public String canonical() {
    return objects.stream()
        .map(KubernetesObject::canonical)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Reads what {@link #canonical} wrote. */
  public static ManifestSet parse(String canonical) {
    return new ManifestSet(canonical.lines().map(KubernetesObject::parse).toList());
  }

  public List<KubernetesObject> ofKind(String kind) {
    return objects.stream().filter(object -> object.kind().equals(kind)).toList();
  }
}
