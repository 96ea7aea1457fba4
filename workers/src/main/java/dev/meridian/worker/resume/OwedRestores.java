package dev.meridian.worker.resume;

import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Releases.OwedRegion;
import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    List<OwedRegion> owed = releases.owed();
    for (OwedRegion region : onTop(owed)) {
      if (due(region, now) && runs.start(region)) {
        started.put(region, now);
      }
    }
    started.keySet().retainAll(owed);
  }

  /**
   * Where releases of a service overlapped, a region may be owed by both: the younger one's restore
   * comes first, because it puts back what the older one had brought.
   */
  private static Collection<OwedRegion> onTop(List<OwedRegion> oldestFirst) {
    Map<Place, OwedRegion> youngest = new LinkedHashMap<>();
    oldestFirst.forEach(each -> youngest.put(new Place(each.service(), each.region()), each));
    return youngest.values();
  }

  private record Place(ServiceName service, RegionCode region) {}

  private boolean due(OwedRegion region, Instant now) {
    Instant before = started.get(region);
    return before == null || !now.isBefore(before.plus(AGAIN));
  }
}
