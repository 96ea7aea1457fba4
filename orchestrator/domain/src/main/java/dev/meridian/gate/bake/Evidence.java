package dev.meridian.gate.bake;

import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.change.OutsideChange;
import dev.meridian.region.RegionCode;
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
  public Evidence {
    gates = List.copyOf(gates);
    changes = changes == null ? List.of() : List.copyOf(changes);
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
