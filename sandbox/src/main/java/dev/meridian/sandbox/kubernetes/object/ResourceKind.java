package dev.meridian.sandbox.kubernetes.object;

import java.util.List;
import java.util.Locale;

/**
 * A kind of object and what the API server offers for it.
 *
 * @param group empty for the core group
 * @param version for example {@code v1}
 * @param plural as in the path
 * @param kind as in the object
 * @param shortNames that kubectl accepts
 * @param namespaced whether it lives in a namespace
 * @param generations whether changes of the spec are counted
 * @param status whether it has a status subresource, so that ordinary writes leave the status alone
 * @param scale whether it has a scale subresource
 */
public record ResourceKind(
    String group,
    String version,
    String plural,
    String kind,
    List<String> shortNames,
    boolean namespaced,
    boolean generations,
    boolean status,
    boolean scale)
    implements Comparable<ResourceKind> {

  public ResourceKind {
    shortNames = List.copyOf(shortNames);
  }

  /** A namespaced kind without subresources, such as a ConfigMap. */
  static ResourceKind plain(String apiVersion, String plural, String kind, String... shortNames) {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    String version = apiVersion.substring(slash + 1);
    return new ResourceKind(
        group, version, plural, kind, List.of(shortNames), true, false, false, false);
  }

  ResourceKind clusterWide() {
    return new ResourceKind(
        group, version, plural, kind, shortNames, false, generations, status, scale);
  }

  ResourceKind withGenerations() {
    return new ResourceKind(
        group, version, plural, kind, shortNames, namespaced, true, status, scale);
  }

  ResourceKind withStatus() {
    return new ResourceKind(
        group, version, plural, kind, shortNames, namespaced, generations, true, scale);
  }

  ResourceKind withScale() {
    return new ResourceKind(
        group, version, plural, kind, shortNames, namespaced, generations, status, true);
  }

  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  public String singular() {
    return kind.toLowerCase(Locale.ROOT);
  }

  /** As messages name it: {@code deployments.apps}. */
  public String resource() {
    return group.isEmpty() ? plural : plural + "." + group;
  }

  /** As messages about invalid objects name it: {@code Deployment.apps}. */
  public String groupKind() {
    return group.isEmpty() ? kind : kind + "." + group;
  }

  public boolean is(ResourceKind other) {
    return group.equals(other.group) && plural.equals(other.plural);
  }

  @Override
  public int compareTo(ResourceKind other) {
    return (group + "/" + plural).compareTo(other.group + "/" + other.plural);
  }
}
