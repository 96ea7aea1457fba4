package dev.meridian.gate.bake;

import java.time.Instant;
import java.util.List;

/**
 * Everything the judge knows about one attempt in one region: a checkpoint of at most 64 KB.
 *
 * @param gridIndex how many intervals have been folded
 * @param at end of the last one; the exposure before the first
 * @param othersSeen when any other region last reported
 * @param aloneSeconds for how long, since the contender last reported, others have been reporting
 * @param gates in the order of the service's
 */
public record BakeState(
    long gridIndex, Instant at, Instant othersSeen, long aloneSeconds, List<GateState> gates) {
  public BakeState {
    gates = List.copyOf(gates);
  }

  /** When any gate last saw the contender. */
  public Instant contenderSeen() {
    return gates.stream()
        .map(gate -> gate.samples().seen())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }
}
