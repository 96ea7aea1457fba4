package dev.meridian.api.release;

import dev.meridian.api.Now;
import dev.meridian.api.engine.ReleaseEngine;
import dev.meridian.api.identity.Actor;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.Releases.Started;
import dev.meridian.release.ReleaseId;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Starts releases: looks the key up, plans, claims the service in the ledger, tells the engine.
 * Once the claim is committed the release exists, whether or not the engine is there to hear of it.
 * One that waits for its turn is planned only to tell at once what does not fit.
 */
@Singleton
final class ReleaseStart {
  private final StartPlanning planning;
  private final Releases releases;
  private final ReleaseEngine engine;
  private final Now now;

  ReleaseStart(StartPlanning planning, Releases releases, ReleaseEngine engine, Now now) {
    this.planning = planning;
    this.releases = releases;
    this.engine = engine;
    this.now = now;
  }

  /**
   * @throws ProblemException when the request does not fit the documents, or the service is not
   *     free, or the revision is not welcome
   */
  ReleaseRow start(StartOrder order, Optional<IdempotencyKey> key, Actor actor) {
    Started answer =
        key.flatMap(known -> releases.answered(known, now.instant()))
            .orElseGet(() -> releases.start(planned(order, actor), key));
    return switch (answer) {
      case Started.Accepted(ReleaseRow row) -> {
        engine.start(row.id(), row.epoch());
        yield row;
      }
      case Started.Waits(ReleaseRow row) -> row;
      case Started.Repeated(ReleaseRow row) -> row;
      case Started.Refused refused -> throw Refusals.of(refused);
    };
  }

  private NewRelease planned(StartOrder order, Actor actor) {
    ReleaseId id = ReleaseIds.next(System.currentTimeMillis());
    return planning.plan(id, order, actor.name());
  }
}
