package dev.meridian.release.admission;

import dev.meridian.release.ReleaseId;
import dev.meridian.release.admission.LiveWorld.Active;
import dev.meridian.service.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether a release may start, with the reason. */
public sealed interface Admission {
  /** Most revisions of one service that may live in the world. */
  int MOST_REVISIONS = 3;

  /** For people. */
  String reason();

  /** It starts, and goes as far as its plan does. */
  record Starts(String reason) implements Admission {}

  /**
   * It starts, and stops after canary until another has ended.
   *
   * @param behind the release that must end first
   */
  record StartsUpToCanary(ReleaseId behind, String reason) implements Admission {}

  /**
   * It waits until the active ones have ended.
   *
   * @param replaces the one that waited so far: it is superseded
   */
  record Waits(Optional<ReleaseId> replaces, String reason) implements Admission {}

  /** Waiting would not help: the world has to be tidied first. */
  record Refused(String reason) implements Admission {}

  /** What becomes of a wish in this world. */
  static Admission of(Wish wish, LiveWorld world, Overlap overlap) {
    List<String> live = live(wish, world);
    if (world.active().isEmpty()) {
      return live.size() <= MOST_REVISIONS
          ? new Starts("no other release is active")
          : new Refused(tooMany(live) + ": bring regions together on fewer revisions first");
    }
    Active last = world.active().getLast();
    if (live.size() > MOST_REVISIONS) {
      return new Waits(world.waiting(), tooMany(live) + ": it waits for " + last.release());
    }
    if (overlap == Overlap.CANARY && world.active().size() == 1 && last.inProduction()) {
      return new StartsUpToCanary(
          last.release(),
          last.release()
              + " is in production: staging and canary are free, and no more before it"
              + " has ended");
    }
    return new Waits(
        world.waiting(), last.release() + " is active; of those that wait the newest is kept");
  }

  /** Short hashes of all revisions that would live, sorted. */
  private static List<String> live(Wish wish, LiveWorld world) {
    Stream<RevisionId> there =
        Stream.concat(
            world.running().values().stream(), world.active().stream().map(Active::revision));
    TreeSet<String> hashes = new TreeSet<>();
    Stream.concat(there, Stream.of(wish.revision())).forEach(id -> hashes.add(id.hash()));
    return hashes.stream().map(hash -> new RevisionId(hash).label()).toList();
  }

  private static String tooMany(List<String> live) {
    return live.size()
        + " revisions would live at once ("
        + String.join(", ", live)
        + "), and "
        + MOST_REVISIONS
        + " are the most";
  }
}
