package dev.meridian.release.admission;

import dev.meridian.region.RegionCode;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.admission.LiveWorld.Active;
import java.util.List;
import java.util.Optional;

/** Whether a release may start, with the reason. */
public sealed interface Admission {
  /** Most revisions of one service that may live in the world. */
  int MOST_REVISIONS = 3;

  /** For people. */
  String reason();

  /**
   * It starts, and goes as far as its plan does, or as far as canary while another one is active.
   *
   * @param replaces an older one that still waited: it is superseded
   * @param behind the active one, when there is one
   */
  record Starts(Optional<ReleaseId> replaces, Optional<Behind> behind, String reason)
      implements Admission {}

  /**
   * Another one is active and has passed staging and canary.
   *
   * @param older that one
   * @param shared regions of staging and canary that both go to, sorted
   */
  record Behind(ReleaseId older, List<RegionCode> shared) {
    public Behind {
      shared = List.copyOf(shared);
    }
  }

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
    List<LiveRevision> live = LiveRevision.of(wish, world);
    boolean fits = live.size() <= MOST_REVISIONS;
    if (world.active().isEmpty()) {
      return fits
          ? new Starts(older, Optional.empty(), "no other release is active")
          : new Refused(live, tooMany(wish, live));
    }
    Active last = world.active().getLast();
    boolean follows = world.active().size() == 1 && last.letsFollow(wish);
    return follows && fits
        ? new Starts(
            older,
            Optional.of(new Behind(last.release(), last.shared(wish))),
            last.release() + " has passed canary: it may use it until that one has ended")
        : new Waits(last.release(), older, waiting(last.release(), follows, live));
  }

  private static String waiting(ReleaseId active, boolean follows, List<LiveRevision> live) {
    String crowded =
        follows ? ", and behind it " + live.size() + " revisions would live at once" : "";
    return active + " is active" + crowded + "; of those that wait the newest is kept";
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
