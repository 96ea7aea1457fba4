package dev.meridian.bench.verdict;

/** Judges one stream. */
public interface Rule {
  /** What it says, and when. */
  Outcome judge(Stream stream);

  /** What a rule says of a stream. */
  sealed interface Outcome {
    /**
     * The release is stopped.
     *
     * @param second from the exposure
     */
    record Stopped(int second) implements Outcome {}

    /** It never was, up to the end of the bake. */
    record NotStopped() implements Outcome {}

    /** The rule needs a control, and there is none. */
    record CannotJudge() implements Outcome {}
  }
}
