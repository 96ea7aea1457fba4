package dev.meridian.api.engine;

import dev.meridian.workflow.inquiry.Inquiry;
import dev.meridian.workflow.inquiry.InquiryAnswer;

/** Asks the outside world, through a worker. */
public interface Inquirer {
  /** Waits for the answer, {@link dev.meridian.workflow.inquiry.InquiryWorkflow#LIMIT} at most. */
  Reply ask(Inquiry inquiry);

  /** What came of asking. */
  sealed interface Reply {
    record Answered(InquiryAnswer answer) implements Reply {}

    /** The engine does not answer, or no worker does. */
    record EngineAway(String sentence) implements Reply {}

    /** A worker tried, and the metrics system did not answer. */
    record MetricsAway(String sentence) implements Reply {}
  }
}
