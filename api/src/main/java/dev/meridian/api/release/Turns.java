package dev.meridian.api.release;

import dev.meridian.api.Now;
import dev.meridian.api.engine.ReleaseEngine;
import dev.meridian.api.plan.WantedRevision;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.ledger.LedgerUnreachableException;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.Releases.Started;
import dev.meridian.ledger.WaitingReleases;
import dev.meridian.ledger.WaitingReleases.Turn;
import dev.meridian.ledger.WaitingReleases.Unstarted;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseEvent.ReleaseWaits;
import dev.meridian.release.ReleaseOutcome;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts waiting releases whose turn has come. A wish that waited is planned as if it came now: by
 * the documents, the incidents and the day before of its start, because what the active release has
 * taught belongs into its bakes. Any number of apis may look: the ledger starts each once.
 */
@Singleton
final class Turns {
  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  private final WaitingReleases waiting;
  private final ReleaseLedger history;
  private final StartPlanning planning;
  private final ReleaseEngine engine;
  private final Now now;

  Turns(
      WaitingReleases waiting,
      ReleaseLedger history,
      StartPlanning planning,
      ReleaseEngine engine,
      Now now) {
    this.waiting = waiting;
    this.history = history;
    this.planning = planning;
    this.engine = engine;
    this.now = now;
  }

  /**
   * Each release whose turn has come starts, ends refused, or waits for what passes by itself; one
   * that fails is in nobody else's way.
   */
  void round() {
    for (ReleaseRow row : waiting.due()) {
      history.history(row.id()).stream()
          .map(Recorded::event)
          .flatMap(event -> wish(event).stream())
          .findFirst()
          .ifPresent(wish -> take(row, wish));
    }
  }

  private static Optional<ReleaseWaits> wish(ReleaseEvent event) {
    return event instanceof ReleaseWaits wish ? Optional.of(wish) : Optional.empty();
  }

  private void take(ReleaseRow row, ReleaseWaits wish) {
    try {
      switch (waiting.start(planning.plan(row.id(), order(row, wish), wish.by()))) {
        case Turn.Began(ReleaseRow began) -> engine.start(began.id(), began.epoch());
        case Turn.NotTaken(Started.Refused why) when why.passes() ->
            LOG.debug("release {} waits on: {}", row.id(), why);
        case Turn.NotTaken(Started.Refused why) -> refuse(row, Refusals.of(why));
        case Turn.Gone() -> LOG.debug("release {} waits no more", row.id());
      }
    } catch (ProblemException problem) {
      if (!problem.type().passes()) {
        refuse(row, problem);
      }
    } catch (LedgerUnreachableException away) {
      throw away;
    } catch (RuntimeException unforeseen) {
      LOG.error("the turn of release {} failed, and will be tried again", row.id(), unforeseen);
    }
  }

  private static StartOrder order(ReleaseRow row, ReleaseWaits wish) {
    return new StartOrder(
        new WantedRevision(
            wish.service().value(), Optional.of(wish.image()), new TreeMap<>(row.parameters())),
        wish.reason(),
        wish.overriddenGates());
  }

  private void refuse(ReleaseRow row, ProblemException why) {
    waiting.end(
        row.id(),
        new Unstarted(
            ReleaseOutcome.REFUSED,
            ReleaseEvent.MERIDIAN,
            "its turn came and it could not start: " + why.sentence(),
            now.instant()));
  }
}
