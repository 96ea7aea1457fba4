package dev.meridian.worker.cluster;

import dev.meridian.failure.FailureCode;
import dev.meridian.release.ReleaseId;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.manifest.KubernetesObject;
import java.util.Comparator;
import java.util.Optional;

/**
 * The place of an intention among all that ever wrote to an object. Sequences count within one
 * release's chain; release ids sort by time of birth, and a service has one release at a time: so
 * (release, sequence) orders every intention, also across releases.
 *
 * @param seq of the intention in the ledger
 */
public record Fence(ReleaseId release, long seq) implements Comparable<Fence> {
  public static final String ANNOTATION = "meridian.dev/fence";

  private static final Comparator<Fence> ORDER =
      Comparator.comparing((Fence fence) -> fence.release().toString())
          .thenComparingLong(Fence::seq);

  /** The fence that an object carries. */
  public static Optional<Fence> of(KubernetesObject object) {
    return object.annotation(ANNOTATION).map(text -> parse(object, text));
  }

  private static Fence parse(KubernetesObject object, String text) {
    try {
      int slash = text.indexOf('/');
      return new Fence(
          ReleaseId.parse(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
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
    return release + "/" + seq;
  }
}
