package dev.meridian.worker.manifest;

/**
 * Which object of a cluster.
 *
 * @param apiVersion group and version, for example {@code apps/v1}
 * @param namespace {@code ""} for an object of the cluster itself
 */
public record ObjectRef(String apiVersion, String kind, String namespace, String name) {
  /** For people: {@code Deployment checkout}. */
  @Override
  public String toString() {
    return kind + " " + name;
  }
}
