package dev.meridian.service;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Value;
import dev.meridian.region.Share;
import java.time.Duration;

/**
 * Reads the part of a service's {@code policy} that deadlines, false stops and recovery come from.
 * What is left out has the value of {@link #DEFAULT}. Other fields of the same object belong to
 * other readers.
 */
final class ReleasePolicyReader {
  /**
   * One healthy release in a hundred may be stopped; an hour for a missing verdict, a quarter for
   * pods to be ready, six for a cluster to come back; a third of the world restored at one time;
   * traffic is moved only where somebody has asked for it; who comes while a release is active
   * waits, and goes nowhere before it has ended.
   */
  static final ReleasePolicy DEFAULT =
      new ReleasePolicy(
          Share.ofFraction(0.01),
          Duration.ofHours(1),
          Duration.ofMinutes(15),
          Duration.ofHours(6),
          Share.ofFraction(0.33),
          false,
          WhileActive.WAIT,
          Overlap.NONE);

  private static final double MOST_ALPHA = 0.2;
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  private ReleasePolicyReader() {}

  static Value<ReleasePolicy> read(DocumentReader policy) {
    Value<Share> alpha =
        policy
            .optional("alpha")
            .number()
            .check(
                value -> value > 0 && value <= MOST_ALPHA,
                "should be over 0, at most " + MOST_ALPHA,
                "Write the chance of stopping a healthy release, for example 0.01.")
            .map(Share::ofFraction);
    Value<Duration> inconclusive = deadline(policy, "inconclusiveDeadline");
    Value<Duration> ready = deadline(policy, "readyDeadline");
    Value<Duration> unreachable = deadline(policy, "unreachableDeadline");
    Value<Share> restoreShare =
        policy
            .optional("restoreShare")
            .number()
            .check(
                value -> value > 0 && value <= 1,
                "should be over 0, at most 1",
                "Write the share of world traffic that may be restored at one time, as 0.33.")
            .map(Share::ofFraction);
    Value<Boolean> evacuate = policy.optional("evacuate").flag();
    Value<WhileActive> whileActive = policy.optional("whileActive").oneOf(WhileActive.class);
    Value<Overlap> overlap = policy.optional("overlap").oneOf(Overlap.class);
    return policy.build(() ->
        new ReleasePolicy(
            alpha.or(DEFAULT.alpha()),
            inconclusive.or(DEFAULT.inconclusiveDeadline()),
            ready.or(DEFAULT.readyDeadline()),
            unreachable.or(DEFAULT.unreachableDeadline()),
            restoreShare.or(DEFAULT.restoreShare()),
            evacuate.or(DEFAULT.evacuate()),
            whileActive.or(DEFAULT.whileActive()),
            overlap.or(DEFAULT.overlap())));
  }

  private static Value<Duration> deadline(DocumentReader policy, String name) {
    return policy
        .optional(name)
        .duration()
        .check(
            value -> value.compareTo(SHORTEST) >= 0 && value.compareTo(LONGEST) <= 0,
            "should be PT1M to P7D",
            "Write how long to wait, for example PT1H.");
  }
}
