package dev.meridian.ledger.entry;

import dev.meridian.ledger.Documents;
import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.Releases.BadMark;
import dev.meridian.ledger.Releases.LiftedMark;
import dev.meridian.ledger.Subject;
import java.util.Map;
import java.util.Optional;

/** A person lifted a bad mark: noted in the chain of the service's document. */
public final class BadMarkLifted {
  private BadMarkLifted() {}

  /** The entry; the same mark is lifted once. */
  public static LedgerAppend entry(LiftedMark lift, BadMark mark) {
    return new LedgerAppend(
        Subject.document(Documents.SERVICE, lift.service().value()),
        0,
        "bad-mark-lifted",
        1,
        lift.at(),
        lift.actor(),
        Optional.empty(),
        "bad-mark-lifted/" + lift.service() + "/" + mark.revision().hash() + "/" + mark.by(),
        Map.of(
            "revision",
            mark.revision().hash(),
            "by",
            mark.by().toString(),
            "reason",
            lift.reason()));
  }
}
