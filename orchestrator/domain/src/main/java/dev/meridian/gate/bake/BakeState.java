package dev.meridian.gate.bake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything the judge knows about one attempt in one region: a checkpoint of at most 64 KB.
 *
 * @param gridIndex how many intervals have been folded
 * @param at end of the last one; the exposure before the first
 * @param othersSeen when any other region last reported
 * @param aloneSeconds for how long, since the contender last reported, others have been reporting
 * @param clusterAwaySince while its API does not answer
 * @param gates in the order of the service's
 * @param around what else changed in its region
 */
public record BakeState(
    long gridIndex,
    Instant at,
    Instant othersSeen,
    long aloneSeconds,
    Optional<Instant> clusterAwaySince,
    List<GateState> gates,
    Surroundings around) {
  public BakeState {
    gates = List.copyOf(gates);
    around = around == null ? Surroundings.NONE : around;
  }

  /** From when on time, requests and good samples count. */
  public Instant since(BakeSubject subject) {
    return around.restartedAt().orElse(subject.exposedAt());
  }

  /** The same after a look from outside. */
  public BakeState clusterSeen(boolean answers, Instant now) {
    Optional<Instant> away = answers ? Optional.empty() : Optional.of(clusterAwaySince.orElse(now));
    return new BakeState(gridIndex, at, othersSeen, aloneSeconds, away, gates, around);
  }

  /** When any gate last saw the contender; what an alarm says is no sign of it. */
  public Instant contenderSeen() {
    return gates.stream()
        .filter(gate -> !(gate instanceof GateState.Alarm))
        .map(gate -> gate.samples().seen())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }
}
