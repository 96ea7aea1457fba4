package dev.meridian.sandbox.kubernetes.cluster;

/**
 * How a write is meant.
 *
 * @param manager the field manager
 * @param dryRun everything happens except storing
 * @param force an apply takes fields over from other managers
 * @param subresource what part of the object is written
 */
public record WriteOptions(String manager, boolean dryRun, boolean force, Subresource subresource) {
  /** What part of an object is written. */
  public enum Subresource {
    NONE,
    STATUS,
    SCALE;

    String text() {
      return switch (this) {
        case NONE -> "";
        case STATUS -> "status";
        case SCALE -> "scale";
      };
    }
  }

  /** An ordinary write. */
  public static WriteOptions by(String manager) {
    return new WriteOptions(manager, false, false, Subresource.NONE);
  }
}
