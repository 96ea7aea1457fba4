package dev.meridian.evacuation;

import dev.meridian.evacuation.EvacuationPlan.Cause;
import dev.meridian.region.RegionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The solver. The leaving region's weight becomes 0. The receivers keep their weights if that does;
 * else the weights of free receivers with room are raised in proportion to their room, by no more
 * than is needed. No weight of another region is ever lowered: that would move its own users too.
 */
public final class Evacuation {
  private Evacuation() {}

  /** New weights, or a refusal with the arithmetic. */
  public static EvacuationPlan solve(EvacuationRequest request) {
    if (!request.left().weight().serves()) {
      Outlook now = Outlook.of(request, request.regions());
      return new EvacuationPlan.Move(
          new TreeMap<>(), now.peaks(), now.spill(), request.leaving() + " has weight 0 already");
    }
    return obstacle(request).orElseGet(() -> place(request));
  }

  /** What no weight can change. */
  private static Optional<EvacuationPlan> obstacle(EvacuationRequest request) {
    List<Serving> takers = request.takers();
    if (takers.size() < request.rules().servingRegions()) {
      return refused(
          Cause.NOBODY_LEFT,
          "%s cannot be evacuated: %d other regions would answer, at least %d must"
              .formatted(request.leaving(), takers.size(), request.rules().servingRegions()));
    }
    List<Serving> forbidden =
        takers.stream().filter(taker -> !taker.law().allows(request.left().law())).toList();
    if (!forbidden.isEmpty()) {
      return refused(
          Cause.LAW,
          "%s cannot be evacuated by weights: its users, under the law of %s, would also arrive in %s"
                  .formatted(
                      request.leaving(),
                      request.left().law().jurisdiction(),
                      Arithmetic.names(forbidden))
              + ", where they may not be served");
    }
    if (takers.stream().noneMatch(request::free)) {
      return refused(
          Cause.NO_RECEIVER,
          request.leaving()
              + " cannot be evacuated: no region may receive; "
              + takers.stream()
                  .map(taker -> taker.region() + " " + taker.standing().clause())
                  .collect(Collectors.joining(", ")));
    }
    return Optional.empty();
  }

  private static EvacuationPlan place(EvacuationRequest request) {
    Outlook unraised = Outlook.of(request, weighted(request, new TreeMap<>()));
    if (unraised.fits(request.rules())) {
      return move(request, unraised);
    }
    SortedMap<RegionCode, Double> room = room(request);
    double mostRoom = room.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    Outlook outlook = unraised;
    for (int most = 1; mostRoom > 0 && most <= Weight.MOST.value(); most++) {
      outlook = Outlook.of(request, weighted(request, raised(room, most / mostRoom)));
      if (outlook.fits(request.rules())) {
        return move(request, outlook);
      }
    }
    return refused(request, outlook, room);
  }

  /** What each free receiver could take at its peak beyond what it carries now. */
  private static SortedMap<RegionCode, Double> room(EvacuationRequest request) {
    Outlook now = Outlook.of(request, request.regions());
    TreeMap<RegionCode, Double> room = new TreeMap<>();
    for (Serving taker : request.takers()) {
      double left = now.left(request.rules(), taker);
      if (request.free(taker) && left > 0) {
        room.put(taker.region(), left);
      }
    }
    return room;
  }

  private static SortedMap<RegionCode, Weight> raised(
      SortedMap<RegionCode, Double> room, double perRequest) {
    TreeMap<RegionCode, Weight> weights = new TreeMap<>();
    room.forEach(
        (region, left) -> weights.put(region, new Weight((int) Math.round(left * perRequest))));
    return weights;
  }

  /**
   * All regions with the leaving one at 0 and the others at the asked weight, if that is higher.
   */
  private static List<Serving> weighted(
      EvacuationRequest request, SortedMap<RegionCode, Weight> asked) {
    List<Serving> regions = new ArrayList<>();
    for (Serving serving : request.regions()) {
      if (serving.region().equals(request.leaving())) {
        regions.add(serving.withWeight(Weight.NONE));
      } else {
        Weight weight = asked.getOrDefault(serving.region(), Weight.NONE);
        regions.add(weight.compareTo(serving.weight()) > 0 ? serving.withWeight(weight) : serving);
      }
    }
    return regions;
  }

  private static EvacuationPlan move(EvacuationRequest request, Outlook outlook) {
    TreeMap<RegionCode, Weight> changed = new TreeMap<>();
    for (int i = 0; i < request.regions().size(); i++) {
      Serving before = request.regions().get(i);
      Weight after = outlook.regions().get(i).weight();
      if (!before.weight().equals(after)) {
        changed.put(before.region(), after);
      }
    }
    return new EvacuationPlan.Move(
        changed, outlook.peaks(), outlook.spill(), Arithmetic.ofMove(request, outlook, changed));
  }

  private static EvacuationPlan refused(
      EvacuationRequest request, Outlook best, SortedMap<RegionCode, Double> room) {
    boolean spilled = best.spill().compareTo(request.rules().spill()) > 0;
    return spilled
        ? new EvacuationPlan.Refused(Cause.SPILL, Arithmetic.ofSpill(request, best))
        : new EvacuationPlan.Refused(Cause.NO_ROOM, Arithmetic.ofNoRoom(request, best, room));
  }

  private static Optional<EvacuationPlan> refused(Cause cause, String sentence) {
    return Optional.of(new EvacuationPlan.Refused(cause, sentence));
  }
}
