package dev.meridian.gate.replay;

import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.VerdictKind;
import dev.meridian.gate.bake.GateEvidence;
import dev.meridian.gate.sight.GateSight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a gate would have decided over a past stretch of time, and when.
 *
 * @param verdict inconclusive when it would still have waited at the end
 * @param cause of the verdict; empty when it would still have waited
 * @param at end of the interval in which it would have been given, or of the last one
 * @param sentence for people, with the numbers
 * @param holds what it would have waited for, each reason once
 * @param evidence queries, figures and what the gate knew at {@code at}
 * @param sight what it could have detected with these requests; ratio gates only
 * @param course how it went
 * @param notes what a person should know of the samples
 */
public record Replayed(
    VerdictKind verdict,
    Optional<VerdictCause> cause,
    Instant at,
    String sentence,
    List<Held> holds,
    GateEvidence evidence,
    Optional<GateSight> sight,
    List<Moment> course,
    List<String> notes) {
  public Replayed {
    holds = List.copyOf(holds);
    course = List.copyOf(course);
    notes = List.copyOf(notes);
  }

  /** The same with more to know about the samples. */
  public Replayed noting(List<String> more) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(more);
    return new Replayed(verdict, cause, at, sentence, holds, evidence, sight, course, all);
  }
}
