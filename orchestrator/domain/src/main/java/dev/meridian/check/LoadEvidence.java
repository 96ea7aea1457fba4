package dev.meridian.check;

import java.util.Optional;

/**
 * The figures behind the outcome of a load check, kept for ever.
 *
 * @param contender what was measured now: what its successor will be compared with
 * @param comparedWith for people: whose record it was compared with, or why with none
 * @param incumbent that record
 */
public record LoadEvidence(
    LoadRecord contender, String comparedWith, Optional<LoadRecord> incumbent) {
  /** The evidence of a run. */
  public static LoadEvidence of(LoadRecord contender, Incumbent incumbent) {
    return switch (incumbent) {
      case Incumbent.Recorded(String of, LoadRecord record) ->
          new LoadEvidence(contender, of, Optional.of(record));
      case Incumbent.Unrecorded(String why) -> new LoadEvidence(contender, why, Optional.empty());
    };
  }
}
