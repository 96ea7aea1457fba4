package dev.meridian.ledger;

import dev.meridian.release.ReleaseId;

/**
 * What a chain is about.
 *
 * @param kind {@code release}, {@code document}, {@code evacuation}, {@code changes} or {@code
 *     installation}
 * @param id unique within the kind
 */
public record Subject(String kind, String id) {
  public static final Subject INSTALLATION = new Subject("installation", "installation");

  /** What else changed in the world, whichever services it concerns. */
  public static final Subject CHANGES = new Subject("changes", "changes");

  /**
   * @throws IllegalArgumentException when a part is blank
   */
  public Subject {
    if (kind.isBlank() || id.isBlank()) {
      throw new IllegalArgumentException("subject needs a kind and an id: was " + kind + "/" + id);
    }
  }

  public static Subject release(ReleaseId id) {
    return new Subject("release", id.toString());
  }

  public static Subject document(String kind, String name) {
    return new Subject("document", kind + "/" + name);
  }

  /** {@code kind/id}, as in {@code release/0198…}. */
  @Override
  public String toString() {
    return kind + "/" + id;
  }
}
