package dev.meridian.worker.traffic;

import dev.meridian.failure.FailureCode;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.ShortRetries;
import java.util.Optional;

/**
 * Reads, wishes, writes; and after a refusal or a lost answer reads again to learn what the zone
 * says.
 */
final class ZoneWriter {
  private static final int ROUNDS = 5;

  /** Who wants something of a name. */
  @FunctionalInterface
  interface Wisher {
    /** Says what is wanted, given the records as read. */
    Wish wish(NameRecords records);

    /**
     * Called before a change is sent, for who must have its intention on record before the effect.
     */
    default void intend(NameRecords records, Wish.Change change, FencingToken token) {}
  }

  private final HostedZone zone;
  private final ZoneLocks locks;
  private final Pulse pulse;

  ZoneWriter(HostedZone zone, ZoneLocks locks, Pulse pulse) {
    this.zone = zone;
    this.locks = locks;
    this.pulse = pulse;
  }

  /**
   * Makes the wish true with one exact batch. Executing it again finds its own token in the zone
   * and changes nothing.
   *
   * @param owner of the change: equal for every execution of the same thing, and of nothing else
   * @throws io.temporal.failure.ApplicationFailure DNS_SUPERSEDED when the zone's token has passed
   *     the one that was tried
   */
  Written write(WeightedName name, String owner, Wisher wisher) {
    long tried = Long.MAX_VALUE;
    Submitted last = new Submitted.Lost("nothing was sent");
    for (int round = 1; round <= ROUNDS; round++) {
      long before = tried;
      Round outcome = locks.locked(name.zone(), () -> round(name, owner, wisher, before));
      switch (outcome) {
        case Round.Over over -> {
          return over.written();
        }
        case Round.Again again -> {
          tried = again.tried();
          last = again.submitted();
          ShortRetries.pause(pulse, round);
        }
      }
    }
    throw ActivityFailures.of(
        last instanceof Submitted.Lost ? FailureCode.DNS_UNREACHABLE : FailureCode.DNS_REFUSED,
        "changing " + name + " did not succeed in " + ROUNDS + " rounds; the last: " + last);
  }

  private sealed interface Round {
    record Over(Written written) implements Round {}

    record Again(long tried, Submitted submitted) implements Round {}
  }

  private Round round(WeightedName name, String owner, Wisher wisher, long tried) {
    NameRecords records = zone.read(name);
    if (records.tokenUnreadable()) {
      throw ActivityFailures.of(
          FailureCode.DNS_REFUSED,
          name.tokenName() + " holds something that is no token of ours: it was left alone");
    }
    Optional<FencingToken> own = records.token().filter(token -> token.owner().equals(owner));
    if (own.isPresent()) {
      return new Round.Over(
          new Written.Changed(own.get(), Optional.empty(), "the change was made already"));
    }
    if (records.tokenNumber() > tried) {
      throw ActivityFailures.of(
          FailureCode.DNS_SUPERSEDED,
          "%s is at change %d of %s, newer than change %d that was tried for %s"
              .formatted(
                  name,
                  records.tokenNumber(),
                  records.token().map(FencingToken::owner).orElse("nobody"),
                  tried,
                  owner));
    }
    return switch (wisher.wish(records)) {
      case Wish.Nothing nothing ->
          new Round.Over(new Written.Unchanged(records.tokenNumber(), nothing.sentence()));
      case Wish.Refusal refusal -> new Round.Over(new Written.Refused(refusal.sentence()));
      case Wish.Change change -> send(records, owner, wisher, change);
    };
  }

  private Round send(NameRecords records, String owner, Wisher wisher, Wish.Change change) {
    FencingToken next = new FencingToken(records.tokenNumber() + 1, owner);
    wisher.intend(records, change, next);
    pulse.check();
    Submitted submitted =
        zone.submit(
            records.name(),
            WeightChange.batch(records, change.weights(), next),
            "meridian change " + next.number() + " of " + owner);
    return switch (submitted) {
      case Submitted.Accepted accepted ->
          new Round.Over(
              new Written.Changed(next, Optional.of(accepted.change()), change.sentence()));
      case Submitted.Mismatched _, Submitted.Lost _ -> new Round.Again(next.number(), submitted);
    };
  }
}
