package dev.meridian.worker;

import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.release.GivenUp;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import java.util.List;
import java.util.Optional;

/** The ledger as an activity of one region uses it: Meridian's own events, at Meridian's now. */
public final class RegionLedger {
  private static final String ACTOR = "meridian";

  private final ReleaseLedger ledger;
  private final Clock clock;

  public RegionLedger(ReleaseLedger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  public Clock clock() {
    return clock;
  }

  /**
   * Records once per key.
   *
   * @param key of {@link RegionAttempt#key}, or one that spans attempts
   */
  public <E extends RegionEvent> Recorded<E> record(RegionAttempt rollout, String key, E event) {
    return ledger.record(
        rollout.release(), rollout.epoch(), ACTOR, new Keyed<>(key, clock.now(), event));
  }

  /**
   * Records the intention to bring something to the region, unless its attempt was given up: nobody
   * can give it up in between.
   *
   * @throws io.temporal.failure.ApplicationFailure FENCED when it was
   */
  public <E extends RegionEvent> Recorded<E> intend(RegionAttempt rollout, String key, E event) {
    return ledger.exclusively(
        rollout.release(),
        () -> {
          GivenUp.reason(rollout, history(rollout.release()))
              .ifPresent(reason -> {
                throw ActivityFailures.of(
                    FailureCode.FENCED, rollout.region() + ": given up before it began: " + reason);
              });
          return record(rollout, key, event);
        });
  }

  /** What was recorded under a key, if it was. */
  public <E extends RegionEvent> Optional<E> find(String key, Class<E> kind) {
    return ledger.find(key).map(Recorded::event).map(kind::cast);
  }

  /** The place in the release's chain of what was recorded under a key. */
  public Optional<Long> seq(String key) {
    return ledger.find(key).map(Recorded::seq);
  }

  /** Everything that has happened to a release, in order. */
  public List<ReleaseEvent> history(ReleaseId release) {
    return ledger.history(release).stream().map(Recorded::event).toList();
  }

  /** Every event of one kind in the region, of all attempts, in order. */
  public <E extends RegionEvent> List<E> inRegion(RegionAttempt rollout, Class<E> kind) {
    return history(rollout.release()).stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(event -> event.region().equals(rollout.region()))
        .toList();
  }
}
