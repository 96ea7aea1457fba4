package dev.meridian.region.plan;

import dev.meridian.region.Share;
import dev.meridian.region.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The plan in the making: what has been visited, covered and exposed so far. */
final class Itinerary {
  private final WaveRules rules;
  private final double worldDemand;
  private final List<Wave> waves = new ArrayList<>();
  private final List<Stop> stops = new ArrayList<>();
  private final List<Candidate> witnesses = new ArrayList<>();
  private final NavigableSet<Trait> covered = new TreeSet<>();
  private final SortedMap<TrafficBand, Integer> wavesOfBand = new TreeMap<>();
  private double exposedDemand;

  Itinerary(PlanPolicy policy, List<Candidate> candidates) {
    this.rules = new WaveRules(policy.parallelism(), policy.blastRadius());
    this.worldDemand = candidates.stream().mapToDouble(it -> it.presence().meanDemand()).sum();
  }

  List<Wave> waves() {
    return List.copyOf(waves);
  }

  /** Every region in its place, in the order of the plan. */
  List<Stop> stops() {
    return List.copyOf(stops);
  }

  /** Orders the regions of a group, band by band, and appends their waves. */
  void visit(Group group) {
    for (List<Candidate> band : group.bands()) {
      if (group.careful()) {
        visitCarefully(group.part(), band);
      } else {
        leg(band, Leg.AT_FULL_SPEED)
            .packed()
            .forEach(members -> append(group.part(), members, false));
      }
    }
    if (group.part() == WaveGroup.CANARY) {
      // Users of a canary agreed to come first; those of production have somebody go alone again.
      wavesOfBand.clear();
    }
  }

  private void visitCarefully(WaveGroup part, List<Candidate> regions) {
    TrafficBand band = regions.getFirst().band();
    for (List<Candidate> members : leg(regions, passed(band)).waves()) {
      append(part, members, passed(band) == 0);
      wavesOfBand.merge(band, 1, Integer::sum);
    }
  }

  private int passed(TrafficBand band) {
    return wavesOfBand.getOrDefault(band, 0);
  }

  private Leg leg(List<Candidate> regions, int passed) {
    return new Leg(regions, new TreeSet<>(covered), exposed().ppm(), passed, rules);
  }

  private Share exposed() {
    return Share.of(exposedDemand, worldDemand);
  }

  private void append(WaveGroup part, List<Candidate> members, boolean firstOfBand) {
    List<Placement> placements = new ArrayList<>();
    for (Candidate member : leadFirst(members)) {
      Stop stop = stop(part, member, firstOfBand);
      stops.add(stop);
      placements.add(stop.placement());
    }
    for (Candidate member : members) {
      exposedDemand += member.presence().meanDemand();
      covered.addAll(member.covers());
      if (!member.covers().isEmpty()) {
        witnesses.add(member);
      }
    }
    waves.add(new Wave(waves.size() + 1, part, placements, exposed()));
  }

  /** The one that covers something new is what the wave is for; the others run beside it. */
  private List<Candidate> leadFirst(List<Candidate> members) {
    List<Candidate> ordered = new ArrayList<>(members);
    ordered.sort(Comparator.comparing(member -> adds(member).isEmpty()));
    return ordered;
  }

  private List<Trait> adds(Candidate region) {
    return region.covers().stream().filter(trait -> !covered.contains(trait)).toList();
  }

  private Stop stop(WaveGroup part, Candidate region, boolean firstOfBand) {
    List<Candidate> low =
        part == WaveGroup.HIGH_TRAFFIC
            ? witnesses.stream().filter(Candidate::lowTraffic).toList()
            : List.of();
    return new Stop(
        stops.size() + 1,
        part,
        region,
        adds(region),
        Likeness.nearest(region, witnesses),
        Likeness.nearest(region, low),
        firstOfBand);
  }
}
