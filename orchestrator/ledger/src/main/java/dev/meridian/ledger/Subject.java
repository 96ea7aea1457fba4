package dev.meridian.ledger;

import dev.meridian.release.ReleaseId;

/**
 * What a chain is about.
 *
 * @param kind {@code release}, {@code document}, {@code evacuation} or {@code installation}
 * @param id unique within the kind
 */
public record Subject(String kind, String id) {
  public static final Subject INSTALLATION = new Subject("installation", "installation");

  public static Subject release(ReleaseId id) {
    return new Subject("release", id.toString());
  }

  public static Subject document(String kind, String name) {
    return new Subject("document", kind + "/" + name);
  }
}
