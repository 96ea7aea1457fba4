package dev.meridian.worker.resume;

import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Releases.OwedRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Sees to it that every owed region has a run that works on it. A run ends when it cannot go on, so
 * each is started again every five minutes of Meridian time until the ledger says that nothing is
 * owed; starting one that is open changes nothing. What was started is remembered here only: a new
 * process, or an engine that has forgotten, costs a start and no more.
 */
final class OwedRestores {
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private final Releases releases;
  private final OwedRuns runs;
  private final Map<OwedRegion, Instant> started = new HashMap<>();

  OwedRestores(Releases releases, OwedRuns runs) {
    this.releases = releases;
    this.runs = runs;
  }

  void round(Instant now) {
    Set<OwedRegion> owed = new HashSet<>();
    for (OwedRegion region : releases.owed()) {
      owed.add(region);
      if (due(region, now) && runs.start(region)) {
        started.put(region, now);
      }
    }
    started.keySet().retainAll(owed);
  }

  private boolean due(OwedRegion region, Instant now) {
    Instant before = started.get(region);
    return before == null || !now.isBefore(before.plus(AGAIN));
  }
}
