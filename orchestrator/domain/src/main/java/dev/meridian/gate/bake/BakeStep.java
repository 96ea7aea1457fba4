package dev.meridian.gate.bake;

import dev.meridian.gate.VerdictCause;

/** What the judge says at the end of an interval. */
public sealed interface BakeStep {
  /** Nothing to say yet. */
  record KeepMeasuring() implements BakeStep {}

  /** Something is missing: it waits, and keeps measuring. */
  record Hold(HoldReason reason, String sentence) implements BakeStep {}

  /** It has spoken. */
  record Verdict(VerdictCause cause, String sentence, Evidence evidence) implements BakeStep {}
}
