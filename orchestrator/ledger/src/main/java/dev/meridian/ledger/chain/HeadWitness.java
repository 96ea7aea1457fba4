package dev.meridian.ledger.chain;

import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.Subject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The head of a subject's chain as the installation's chain notes it: from then on nobody can
 * rewrite that chain as a whole, or cut its end off, without being found.
 */
public record HeadWitness(Subject subject, long seq, String hash) {
  /** Type of the entry in the installation's chain. */
  public static final String TYPE = "heads-chained";

  /** One entry per minute, whoever writes it. */
  public static String key(Instant now) {
    return "heads/" + now.truncatedTo(ChronoUnit.MINUTES);
  }

  /** The entry that notes these heads. */
  public static LedgerAppend append(List<HeadWitness> heads, Instant now) {
    return new LedgerAppend(
        Subject.INSTALLATION,
        0,
        TYPE,
        1,
        now,
        "meridian",
        Optional.empty(),
        key(now),
        Map.of("heads", heads.stream().map(HeadWitness::tree).toList()));
  }

  private Map<String, Object> tree() {
    return Map.of("kind", subject.kind(), "id", subject.id(), "seq", seq, "hash", hash);
  }
}
