package dev.meridian.simulation;

import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;

/** P14, and that every command is done and nothing else: abort, stop, retry. */
final class PeopleLaws extends Chapter {
  PeopleLaws(Witness witness) {
    super(witness);
  }

  @Override
  void recorded(ReleaseEvent event) {
    switch (event) {
      case ReleaseEvent.WaveStarted e -> forward("wave " + e.wave());
      case RegionEvent.DeployIntended e -> forward("the deploy of " + e.region());
      case ReleaseEvent.RetryRequested e -> retried(witness.at(e.region()));
      case ReleaseEvent.ReleaseEnded e -> ended(e.outcome());
      default -> {}
    }
  }

  private void forward(String what) {
    require("P14", !witness.aborted, what + " after an abort");
    require("P14", !witness.recovering, what + " while the release is taken back");
    require("P14", !witness.stopped, what + " after a stop");
  }

  /** Only while a person must act, and only where an attempt ended without harm. */
  private void retried(Seen region) {
    boolean open =
        region.end.filter(e -> e == RegionEnd.FAILED || e == RegionEnd.INCONCLUSIVE).isPresent();
    require("retry", open, region, "is tried again after " + region.end);
    require("retry", witness.paused.isPresent(), region, "is tried again unasked");
    forward("a retry of " + region.planned.region());
  }

  private void ended(ReleaseOutcome outcome) {
    boolean kept = !witness.aborted || outcome == ReleaseOutcome.ABORTED || witness.recovering;
    require("P14", kept, "aborted, but kept");
    require("P14", outcome != ReleaseOutcome.ABORTED || witness.aborted, "nobody aborted it");
    boolean wanted = witness.stopped || witness.all().isEmpty();
    require("P14", outcome != ReleaseOutcome.STOPPED || wanted, "nobody stopped it");
    require(
        "P14",
        !witness.stopped || outcome != ReleaseOutcome.COMPLETED,
        "a person stopped it, and it went on to its end");
  }

  @Override
  void stands() {
    boolean done = witness.ended || witness.paused.isPresent() || witness.beside();
    require("P14", done || !witness.aborted, "an abort was forgotten");
    require("P14", witness.ended || !witness.stopped || witness.aborted, "a stop was forgotten");
  }
}
