package dev.meridian.api.engine;

import dev.meridian.gate.replay.Replayed;
import dev.meridian.workflow.inquiry.DaysAnswer;
import dev.meridian.workflow.inquiry.DaysQuestion;
import dev.meridian.workflow.inquiry.Inquiry;
import dev.meridian.workflow.inquiry.InquiryAnswer;
import dev.meridian.workflow.inquiry.ReplayQuestion;

/**
 * Asks the outside world, through a worker, and waits for the answer: {@link
 * dev.meridian.workflow.inquiry.InquiryWorkflow#LIMIT} at most.
 */
public interface Inquirer {
  /** Whether queries parse, and which buckets histograms have. */
  Reply<InquiryAnswer> ask(Inquiry inquiry);

  /** What a gate would have decided. */
  Reply<Replayed> replay(ReplayQuestion question);

  /** What gates would have done on the days before. */
  Reply<DaysAnswer> days(DaysQuestion question);

  /** What came of asking. */
  sealed interface Reply<T> {
    record Answered<T>(T answer) implements Reply<T> {}

    /** The engine does not answer, or no worker does. */
    record EngineAway<T>(String sentence) implements Reply<T> {}

    /** A worker tried, and the metrics system did not answer. */
    record MetricsAway<T>(String sentence) implements Reply<T> {}

    /** The metrics system answers, but there is more to read than the limit allows. */
    record TooLong<T>(String sentence) implements Reply<T> {}
  }
}
