package dev.meridian.worker.traffic;

import dev.meridian.evacuation.Weight;
import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Traffic that a release has moved and not brought back, folded from its events. Evacuations may
 * overlap: what one of them raised may be raised further, or be emptied, by the next. So the weight
 * to return to is the one before the first of them.
 *
 * @param open by evacuated region
 * @param usual weights before anything was moved, of every record set that an open movement touches
 */
record Movements(SortedMap<RegionCode, Movement> open, SortedMap<String, Weight> usual) {
  /**
   * An evacuation that changed the zone, or was about to.
   *
   * @param at of the intention
   * @param hash of the stored weights
   */
  record Movement(Instant at, String hash, MovedWeights weights) {
    private boolean touches(String set) {
      return weights.after().containsKey(set);
    }
  }

  Movements {
    open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
    usual = Collections.unmodifiableSortedMap(new TreeMap<>(usual));
  }

  static Movements of(List<Recorded<ReleaseEvent>> history, Artifacts artifacts) {
    return of(history, hash -> MovedWeights.load(artifacts, hash));
  }

  private static Movements of(
      List<Recorded<ReleaseEvent>> history, Function<String, Optional<MovedWeights>> weights) {
    TreeMap<RegionCode, Movement> open = new TreeMap<>();
    TreeMap<String, Weight> usual = new TreeMap<>();
    for (Recorded<ReleaseEvent> recorded : history) {
      if (recorded.event() instanceof RegionEvent.EvacuationIntended intended) {
        weights
            .apply(intended.weights())
            .ifPresent(moved -> {
              open.put(intended.region(), new Movement(recorded.at(), intended.weights(), moved));
              moved.after().keySet().forEach(set -> usual.putIfAbsent(set, moved.weight(set)));
            });
      } else if (recorded.event() instanceof RegionEvent.Returned returned) {
        open.remove(returned.region());
        usual.keySet().removeIf(set -> open.values().stream().noneMatch(m -> m.touches(set)));
      }
    }
    return new Movements(open, usual);
  }

  /** The open movement of a region. */
  Optional<Movement> of(RegionCode region) {
    return Optional.ofNullable(open.get(region));
  }

  /**
   * Weights once a region is back: its own as usual; a receiver's as high as another open movement
   * still needs it, else as usual. Sets that another movement has emptied are left out.
   */
  SortedMap<String, Weight> afterReturn(RegionCode region) {
    TreeMap<String, Weight> targets = new TreeMap<>();
    Movement returning = open.get(region);
    if (returning == null) {
      return targets;
    }
    List<MovedWeights> others =
        open.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(region))
            .map(entry -> entry.getValue().weights())
            .toList();
    for (String set : returning.weights().after().keySet()) {
      if (others.stream().noneMatch(other -> other.setIdentifier().equals(set))) {
        Weight needed =
            others.stream()
                .map(other -> other.after().getOrDefault(set, Weight.NONE))
                .max(Weight::compareTo)
                .orElse(Weight.NONE);
        Weight before = usual.getOrDefault(set, Weight.NONE);
        targets.put(set, needed.compareTo(before) > 0 ? needed : before);
      }
    }
    return targets;
  }

  /** Whether a weight is one that we have given: others' later changes are left alone. */
  boolean ours(String set, Weight weight) {
    return open.values().stream().anyMatch(m -> weight.equals(m.weights().after().get(set)));
  }
}
