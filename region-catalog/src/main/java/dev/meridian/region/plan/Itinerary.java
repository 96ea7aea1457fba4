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
  private final BakePlanner bakes;
  private final double worldDemand;
  private final List<Wave> waves = new ArrayList<>();
  private final List<Stop> stops = new ArrayList<>();
  private final List<Candidate> witnesses = new ArrayList<>();
  private final NavigableSet<Trait> covered = new TreeSet<>();
  private final SortedMap<TrafficBand, Integer> canaryWaves = new TreeMap<>();
  private final SortedMap<TrafficBand, Integer> productionWaves = new TreeMap<>();
  private double exposedDemand;

  /**
   * @param bakes of the same policy
   * @param candidates everybody, so that shares are of the whole world
   */
  Itinerary(PlanPolicy policy, BakePlanner bakes, List<Candidate> candidates) {
    this.rules = new WaveRules(policy.parallelism(), policy.blastRadius());
    this.bakes = bakes;
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
            .forEach(members -> append(group.part(), together(members), false));
      }
    }
  }

  /** Takes over a wave that has begun, as it was planned. */
  void resume(Wave wave, List<Candidate> members) {
    Candidate lead = members.getFirst();
    boolean careful = wave.group() != WaveGroup.STAGING && !lead.needsPool();
    boolean firstOfBand = wave.placements().getFirst().reason().firstOfBand();
    members.forEach(member -> stops.add(stop(wave.group(), member, firstOfBand)));
    if (careful) {
      wavesOfBand(wave.group()).merge(lead.band(), 1, Integer::sum);
    }
    pass(members);
    waves.add(wave);
  }

  private void visitCarefully(WaveGroup part, List<Candidate> regions) {
    TrafficBand band = regions.getFirst().band();
    SortedMap<TrafficBand, Integer> passed = wavesOfBand(part);
    for (List<Candidate> members : leg(regions, passed.getOrDefault(band, 0)).waves()) {
      append(part, members, !passed.containsKey(band));
      passed.merge(band, 1, Integer::sum);
    }
  }

  /** Users of a canary agreed to come first; those of production have somebody go alone again. */
  private SortedMap<TrafficBand, Integer> wavesOfBand(WaveGroup part) {
    return part == WaveGroup.CANARY ? canaryWaves : productionWaves;
  }

  private List<Candidate> together(List<Candidate> members) {
    if (!members.getFirst().needsPool()) {
      return members;
    }
    BakeTerm requests = bakes.requestsTogether(members.stream().map(Candidate::presence).toList());
    return members.stream().map(member -> member.pooled(requests)).toList();
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
    pass(members);
    waves.add(new Wave(waves.size() + 1, part, placements, exposed()));
  }

  private void pass(List<Candidate> members) {
    for (Candidate member : members) {
      exposedDemand += member.presence().meanDemand();
      covered.addAll(member.covers());
      if (!member.covers().isEmpty()) {
        witnesses.add(member);
      }
    }
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
