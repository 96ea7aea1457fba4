package dev.meridian.region.plan;

import dev.meridian.region.Presence;
import dev.meridian.region.Region;
import dev.meridian.region.RegionCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The same documents with every list in another order. */
final class Shuffled {
  private final SplittableRandom random;

  private Shuffled(SplittableRandom random) {
    this.random = random;
  }

  static PlanRequest of(PlanRequest request, SplittableRandom random) {
    Shuffled shuffled = new Shuffled(random);
    List<Region> regions = new ArrayList<>();
    request.catalog().regions().forEach(region -> regions.add(shuffled.region(region)));
    List<Presence> presences = new ArrayList<>();
    request.presences().forEach(presence -> presences.add(shuffled.presence(presence)));
    return new PlanRequest(
        new RegionCatalog(shuffled.list(regions)),
        shuffled.list(presences),
        shuffled.policy(request.policy()),
        shuffled.list(request.incidents()),
        request.evidence(),
        shuffled.list(request.past()));
  }

  private Region region(Region region) {
    return new Region(
        region.code(),
        region.name(),
        region.zone(),
        region.position(),
        region.cluster(),
        region.metrics(),
        region.registry(),
        region.failureDomain(),
        list(region.peers()),
        region.jurisdiction(),
        list(region.mayReceiveFrom()),
        map(region.traits()));
  }

  private Presence presence(Presence presence) {
    return new Presence(
        presence.region(),
        presence.role(),
        presence.namespace(),
        presence.endpoint(),
        presence.recordSet(),
        presence.demand(),
        presence.capacity(),
        map(presence.parameters()),
        map(presence.metricLabels()),
        presence.data());
  }

  private PlanPolicy policy(PlanPolicy policy) {
    return new PlanPolicy(
        list(policy.covers()),
        policy.canaryBakeFloor(),
        policy.bakeFloor(),
        policy.bakeCeiling(),
        policy.bakeOverDailyPeak(),
        policy.incidentFactor(),
        policy.parallelism(),
        policy.blastRadius(),
        policy.similarityFloor(),
        policy.canaryWorkingDay(),
        policy.lowTrafficBelow(),
        list(policy.passUnproven()));
  }

  private SortedMap<String, String> map(SortedMap<String, String> map) {
    SortedMap<String, String> again = new TreeMap<>();
    list(List.copyOf(map.keySet())).forEach(key -> again.put(key, map.get(key)));
    return again;
  }

  /** Fisher and Yates. */
  private <T> List<T> list(List<T> items) {
    List<T> shuffled = new ArrayList<>(items);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T other = shuffled.get(i);
      shuffled.set(i, shuffled.get(j));
      shuffled.set(j, other);
    }
    return shuffled;
  }
}
