package dev.meridian.worker.traffic;

import dev.meridian.evacuation.Weight;
import dev.meridian.region.RegionCode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The weights that a region's return works towards, and what each step wants of the zone.
 *
 * @param name of the record sets
 * @param set identifier of the region's own record set
 * @param targets weights once it is back, of every set that its evacuation touched
 * @param movements all that are open
 */
record Homecoming(
    WeightedName name, String set, SortedMap<String, Weight> targets, Movements movements) {
  static Homecoming of(Movements movements, MovedWeights moved, RegionCode region) {
    return new Homecoming(
        moved.weightedName(), moved.setIdentifier(), movements.afterReturn(region), movements);
  }

  /** The top of the ramp. */
  Weight top() {
    return targets.getOrDefault(set, Weight.NONE);
  }

  /**
   * Wants the region on one rung; at the top the receivers get their weights back as well.
   *
   * @param below the rung that this return has reached: less than it means that somebody has
   *     lowered it since, who is not overruled
   */
  Wish rise(NameRecords records, Weight below, Weight rung) {
    Optional<Wish> refusal = standsInTheWay(records, below);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Weight now = records.weights().getOrDefault(set, Weight.NONE);
    TreeMap<String, Weight> weights = new TreeMap<>();
    if (now.compareTo(rung) < 0) {
      weights.put(set, rung);
    }
    if (rung.equals(top())) {
      weights.putAll(receivers(records));
    }
    return weights.isEmpty()
        ? new Wish.Nothing(set + " has weight " + now + " already")
        : new Wish.Change(weights, set + " to weight " + rung);
  }

  private Optional<Wish> standsInTheWay(NameRecords records, Weight below) {
    Optional<Weight> now = Optional.ofNullable(records.weights().get(set));
    if (now.isEmpty()) {
      return Optional.of(
          new Wish.Refusal(records.name() + " has no record set " + set + " any more"));
    }
    return now.get().compareTo(below) < 0
        ? Optional.of(
            new Wish.Refusal(
                "its weight was lowered to %s by change %d of %s"
                    .formatted(
                        now.get(),
                        records.tokenNumber(),
                        records.token().map(FencingToken::owner).orElse("nobody"))))
        : Optional.empty();
  }

  private SortedMap<String, Weight> receivers(NameRecords records) {
    TreeMap<String, Weight> weights = new TreeMap<>();
    targets.forEach((receiver, target) -> {
      Weight now = records.weights().getOrDefault(receiver, Weight.NONE);
      boolean raised = now.compareTo(target) > 0 && movements.ours(receiver, now);
      if (!receiver.equals(set) && raised) {
        weights.put(receiver, target);
      }
    });
    return weights;
  }

  /** Wants the region empty again, unless nobody else would answer. */
  Wish leave(NameRecords records) {
    Weight now = records.weights().getOrDefault(set, Weight.NONE);
    boolean others =
        records.weights().entrySet().stream()
            .anyMatch(entry -> !entry.getKey().equals(set) && entry.getValue().serves());
    if (!others) {
      return new Wish.Refusal("no other region answers, so its weight stays " + now);
    }
    TreeMap<String, Weight> weights = new TreeMap<>();
    weights.put(set, Weight.NONE);
    return now.serves()
        ? new Wish.Change(weights, "emptied again")
        : new Wish.Nothing("emptied already");
  }
}
