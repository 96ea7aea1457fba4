package dev.meridian.simulation;

import dev.meridian.release.PlannedRegion;
import java.util.List;

/**
 * A region of a simulated world.
 *
 * @param fates by attempt; the last one also counts for later attempts
 * @param outages of its cluster
 * @param failingRestores how many restores fail before one works
 * @param noRoom whether its traffic cannot be moved
 * @param harmedOnReturn whether the return of its traffic is refused by its gates
 */
record SimulatedRegion(
    PlannedRegion planned,
    List<Fate> fates,
    List<Outage> outages,
    int failingRestores,
    boolean noRoom,
    boolean harmedOnReturn) {
  /**
   * The cluster's API does not answer.
   *
   * @param from seconds from the start of the release
   * @param until seconds from the start of the release
   * @param users whether the service is down as well
   * @param writes whether only writes are not answered: whoever looks finds it well
   */
  record Outage(long from, long until, boolean users, boolean writes) {
    boolean at(long now) {
      return now >= from && now < until;
    }
  }

  /** A region that nobody gets an answer from is dark after so long. */
  static final int SECONDS_UNTIL_DARK = 30;

  SimulatedRegion {
    fates = List.copyOf(fates);
    outages = List.copyOf(outages);
  }

  Fate fate(int attempt) {
    return fates.get(Math.min(attempt, fates.size()) - 1);
  }

  /** Whether a write would not be answered. */
  boolean away(long now) {
    return outages.stream().anyMatch(outage -> outage.at(now));
  }

  /** Whether whoever looks gets no answer. */
  boolean unseen(long now) {
    return outages.stream().anyMatch(outage -> outage.at(now) && !outage.writes());
  }

  boolean dark(long now) {
    return outages.stream().anyMatch(outage -> outage.at(now) && outage.users());
  }

  /** When whoever looks from now on gets an answer. */
  long seenAgain(long now) {
    long back = now;
    for (Outage outage : outages) {
      back = outage.at(back) && !outage.writes() ? outage.until() : back;
    }
    return back;
  }

  /** When whoever looks from now on has seen it dark for long enough; never: far in the future. */
  long foundDark(long now) {
    for (Outage outage : outages) {
      long found = Math.max(outage.from(), now) + SECONDS_UNTIL_DARK;
      if (outage.users() && found < outage.until()) {
        return found;
      }
    }
    return Long.MAX_VALUE;
  }
}
