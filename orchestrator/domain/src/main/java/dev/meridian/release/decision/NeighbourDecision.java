package dev.meridian.release.decision;

import dev.meridian.region.RegionCode;
import dev.meridian.release.Milestone;
import dev.meridian.release.Neighbours;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.release.ReleaseState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a release has to write down of the other one of its service, where two overlap. */
public final class NeighbourDecision {
  private NeighbourDecision() {}

  /**
   * What there is to record in a release's history, in order; empty while nothing is new.
   *
   * @param own the release that asks
   * @param other its neighbour, the older one where it has one
   */
  public static List<ReleaseEvent> news(ReleaseState own, ReleaseState other) {
    Neighbours now = own.neighbours();
    if (own.outcome().isPresent()) {
      return List.of();
    }
    return now.older()
        .map(older -> ofOlder(older, other))
        .or(() -> now.younger().map(younger -> ofYounger(own, younger, other)))
        .orElseGet(List::of);
  }

  /** The same release with what is new about its neighbour. */
  public static ReleaseState upToDate(ReleaseState own, ReleaseState other) {
    ReleaseState state = own;
    for (ReleaseEvent event : news(own, other)) {
      state = state.after(event);
    }
    return state;
  }

  private static List<ReleaseEvent> ofOlder(Neighbours.Older older, ReleaseState its) {
    ReleaseId id = older.release();
    if (older.takenBack()) {
      return List.of();
    }
    if (its.recovery().isPresent() || its.wish() == ReleaseState.EndWish.ABORT) {
      return List.of(new ReleaseEvent.OlderTakenBack(id, "release " + id + " is being taken back"));
    }
    return its.outcome().stream()
        .map(outcome ->
            outcome == ReleaseOutcome.COMPLETED
                ? "it has completed"
                : "it was stopped where it was")
        .<ReleaseEvent>map(how -> new ReleaseEvent.OlderEnded(id, how))
        .toList();
  }

  /**
   * What the younger one still owes when this one is being taken back, this one owes as well: the
   * younger's restore comes first.
   */
  private static List<ReleaseEvent> ofYounger(
      ReleaseState own, Neighbours.Younger younger, ReleaseState its) {
    List<ReleaseEvent> news = new ArrayList<>();
    ReleaseId id = younger.release();
    List<RegionCode> entered = shared(younger, its, progress -> progress.attempt() > 0);
    if (!entered.equals(younger.entered())) {
      news.add(new ReleaseEvent.YoungerEntered(id, entered, "release " + id + " has begun there"));
    }
    List<RegionCode> owed = shared(younger, its, progress -> progress.has(Milestone.OWED));
    boolean gone = its.outcome().isPresent() && (owed.isEmpty() || own.recovery().isPresent());
    if (gone) {
      owed.stream()
          .map(own::region)
          .filter(RegionProgress::touched)
          .forEach(region -> news.add(owedToo(region, id)));
      news.add(new ReleaseEvent.YoungerLeft(id, "release " + id + " has ended"));
    }
    return news;
  }

  private static List<RegionCode> shared(
      Neighbours.Younger younger, ReleaseState its, Predicate<RegionProgress> which) {
    return its.regions().stream()
        .filter(which)
        .map(RegionProgress::region)
        .filter(younger.regions()::contains)
        .sorted()
        .toList();
  }

  private static RegionEvent owedToo(RegionProgress region, ReleaseId younger) {
    return new RegionEvent.RegionOwed(
        region.region(), region.attempt(), "release " + younger + " still owes it");
  }
}
