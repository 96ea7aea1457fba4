package dev.meridian.gate.bake;

import dev.meridian.gate.VerdictCause;
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
 */
public record Evidence(
    RegionCode region,
    VerdictCause cause,
    String sentence,
    Instant exposedAt,
    Instant at,
    List<GateEvidence> gates) {
  public Evidence {
    gates = List.copyOf(gates);
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
        GateEvidence.all(subject, state));
  }
}
