package dev.meridian.ledger;

import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.Releases.Started;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Releases that wait for their turn: of each service at most one, the newest. {@link
 * Releases#start} puts them here. Every method throws {@link LedgerUnreachableException} when the
 * database does not answer.
 */
public interface WaitingReleases {
  /**
   * Those that wait for nothing any more, oldest first: no release of their service is active, but
   * perhaps one that has passed canary and may be followed, and none of its regions is owed.
   */
  List<ReleaseRow> due();

  /**
   * Starts one that waits, as it was planned for its turn, in one transaction with the decision
   * that it may. Where it starts behind one that has not ended, both histories say so.
   */
  Turn start(NewRelease planned);

  /** What came of a turn. */
  sealed interface Turn {
    record Began(ReleaseRow release) implements Turn {}

    /** It waits on; whether that will help is said by {@link Started.Refused#passes}. */
    record NotTaken(Started.Refused why) implements Turn {}

    /** It does not wait any more. */
    record Gone() implements Turn {}
  }

  /**
   * Ends one that waits, without having started it.
   *
   * @return false when it does not wait any more: nothing was changed
   */
  boolean end(ReleaseId release, Unstarted end);

  /**
   * The end of a release that never started.
   *
   * @param outcome any but completed and rolled back
   * @param by a person, or {@code meridian}
   */
  record Unstarted(ReleaseOutcome outcome, String by, String reason, Instant at) {
    /** A newer one has come. */
    public static Unstarted superseded(NewRelease newer) {
      return new Unstarted(
          ReleaseOutcome.SUPERSEDED,
          newer.started().by(),
          "release " + newer.id() + " came after it: of those that wait the newest is kept",
          newer.at());
    }

    /** What is to be recorded, in order. */
    public List<Keyed<ReleaseEvent>> events(ReleaseId release) {
      List<Keyed<ReleaseEvent>> events = new ArrayList<>();
      if (outcome == ReleaseOutcome.ABORTED) {
        events.add(event(release, "abort", new ReleaseEvent.AbortRequested(by, reason)));
      }
      if (outcome == ReleaseOutcome.STOPPED) {
        events.add(event(release, "stop", new ReleaseEvent.StopRequested(by, reason)));
      }
      events.add(event(release, "ended", new ReleaseEvent.ReleaseEnded(outcome, reason)));
      return List.copyOf(events);
    }

    private Keyed<ReleaseEvent> event(ReleaseId release, String what, ReleaseEvent event) {
      return new Keyed<>("release/" + release + "/waiting/" + what, at, event);
    }
  }
}
