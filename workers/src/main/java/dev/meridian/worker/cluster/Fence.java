package dev.meridian.worker.cluster;

import dev.meridian.failure.FailureCode;
import dev.meridian.release.ReleaseId;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.manifest.KubernetesObject;
import java.util.Comparator;
import java.util.Optional;

/**
 * The place of an intention among all that ever wrote to an object. Sequences count within one
 * release's chain, and the ids of a service's releases sort by their starts: so (release, sequence)
 * orders intentions also across releases. Where two overlapped, what the older one undoes after the
 * younger has left comes after everything that the younger did.
 *
 * @param seq of the intention in the ledger
 * @param above the youngest release that has been here since, and has left
 */
public record Fence(ReleaseId release, long seq, Optional<ReleaseId> above)
    implements Comparable<Fence> {
  public static final String ANNOTATION = "meridian.dev/fence";

  private static final Comparator<Fence> ORDER =
      Comparator.comparing((Fence fence) -> fence.above().orElse(fence.release()))
          .thenComparing(fence -> fence.above().isPresent())
          .thenComparingLong(Fence::seq);

  /** Nobody has been here since. */
  public Fence(ReleaseId release, long seq) {
    this(release, seq, Optional.empty());
  }

  /** The fence that an object carries. */
  public static Optional<Fence> of(KubernetesObject object) {
    return object.annotation(ANNOTATION).map(text -> parse(object, text));
  }

  private static Fence parse(KubernetesObject object, String text) {
    String[] parts = text.split("/", -1);
    try {
      return new Fence(
          ReleaseId.parse(parts[0]),
          Long.parseLong(parts[1]),
          parts.length > 2 ? Optional.of(ReleaseId.parse(parts[2])) : Optional.empty());
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw ActivityFailures.of(
          FailureCode.CLUSTER_REFUSED,
          object.ref()
              + " has an unreadable annotation "
              + ANNOTATION
              + " \""
              + text
              + "\": remove it if no other Meridian works here");
    }
  }

  @Override
  public int compareTo(Fence other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return release + "/" + seq + above.map(id -> "/" + id).orElse("");
  }
}
