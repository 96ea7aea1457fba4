package dev.meridian.release.admission;

import dev.meridian.release.ReleaseId;
import java.util.List;
import java.util.Optional;

/** Whether a release may start, with the reason. */
public sealed interface Admission {
  /** Most revisions of one service that may live in the world. */
  int MOST_REVISIONS = 3;

  /** For people. */
  String reason();

  /**
   * It starts, and goes as far as its plan does.
   *
   * @param replaces an older one that still waited: it is superseded
   */
  record Starts(Optional<ReleaseId> replaces, String reason) implements Admission {}

  /**
   * It waits until the active one has ended, and is asked about again then.
   *
   * @param behind the active one
   * @param replaces the one that waited so far: it is superseded
   */
  record Waits(ReleaseId behind, Optional<ReleaseId> replaces, String reason)
      implements Admission {}

  /**
   * Waiting would not help: the world has to be tidied first.
   *
   * @param live what would live at once
   */
  record Refused(List<LiveRevision> live, String reason) implements Admission {
    public Refused {
      live = List.copyOf(live);
    }
  }

  /** What becomes of a wish in this world. */
  static Admission of(Wish wish, LiveWorld world) {
    Optional<ReleaseId> older = world.waiting().filter(waiting -> !waiting.equals(wish.id()));
    if (world.active().isPresent()) {
      ReleaseId active = world.active().get().release();
      return new Waits(active, older, active + " is active; of those that wait the newest is kept");
    }
    List<LiveRevision> live = LiveRevision.of(wish, world);
    return live.size() <= MOST_REVISIONS
        ? new Starts(older, "no other release is active")
        : new Refused(live, tooMany(wish, live));
  }

  private static String tooMany(Wish wish, List<LiveRevision> live) {
    List<String> there =
        live.stream()
            .filter(each -> !each.regions().isEmpty())
            .map(LiveRevision::toString)
            .toList();
    return "with "
        + wish.revision()
        + " "
        + live.size()
        + " revisions would live at once, and "
        + MOST_REVISIONS
        + " are the most: there are "
        + String.join("; ", there);
  }
}
