package dev.meridian.ledger.entry;

import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.Subject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A database was marked as a sandbox's. */
public final class SandboxMarked {
  /** Why a database cannot become a sandbox's. */
  public static final String REFUSED =
      "this database holds releases that were not made in a sandbox: use another database for it";

  private SandboxMarked() {}

  /** The entry; once per installation. */
  public static LedgerAppend entry(Instant at) {
    return new LedgerAppend(
        Subject.INSTALLATION,
        0,
        "marked-sandbox",
        1,
        at,
        "meridian",
        Optional.empty(),
        "installation/sandbox",
        Map.of());
  }
}
