package dev.meridian.worker.metrics;

import dev.meridian.failure.FailureCode;

/** The metrics system did not answer, or refused. */
public final class MetricsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final FailureCode code;

  /**
   * @param code METRICS_UNREACHABLE or METRICS_REFUSED
   * @param sentence for people: what was asked, and what came back
   */
  public MetricsException(FailureCode code, String sentence) {
    super(sentence);
    this.code = code;
  }

  public FailureCode code() {
    return code;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** The same may be answered later without anybody changing anything. */
  public boolean passing() {
    return code.retryable();
  }
}
