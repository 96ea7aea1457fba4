package dev.meridian.gate.bake;

import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.change.OutsideChange;
import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The numbers behind a verdict, kept for ever.
 *
 * @param region the contender's
 * @param sentence the one that people read everywhere
 * @param exposedAt where the grid began
 * @param at end of the last interval judged
 * @param changes of others in the region, that began in the bake or within the hour before
 */
public record Evidence(
    RegionCode region,
    VerdictCause cause,
    String sentence,
    Instant exposedAt,
    Instant at,
    List<GateEvidence> gates,
    List<OutsideChange> changes) {
  /** Harm found so soon after a change may be the change's. */
  static final Duration SUSPICIOUS = Duration.ofMinutes(30);

  public Evidence {
    gates = List.copyOf(gates);
    changes = changes == null ? List.of() : List.copyOf(changes);
  }

  /** Whether something else changed in the region within the half hour before. */
  public boolean changedNearby() {
    Instant since = at.minus(SUSPICIOUS);
    return changes.stream().anyMatch(change -> !change.from().isBefore(since));
  }

  /** Everything that the judge knows at this moment. */
  public static Evidence of(
      BakeSubject subject, BakeState state, VerdictCause cause, String sentence) {
    return new Evidence(
        subject.region(),
        cause,
        sentence,
        subject.exposedAt(),
        state.at(),
        GateEvidence.all(subject, state),
        state.around().near());
  }
}
