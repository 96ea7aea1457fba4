package dev.meridian.api.release;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.meridian.ledger.LedgerEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of a release's chain, whole: anybody can compute its hash again.
 *
 * @param payload as it was written and hashed
 */
record EntryView(
    long seq,
    int epoch,
    String type,
    int typeVersion,
    Instant at,
    String actor,
    Optional<String> cause,
    String key,
    @JsonRawValue @Schema(type = "object") String payload,
    String prevHash,
    String hash) {
  static EntryView of(LedgerEntry entry) {
    return new EntryView(
        entry.seq(),
        entry.epoch(),
        entry.type(),
        entry.typeVersion(),
        entry.at(),
        entry.actor(),
        entry.cause(),
        entry.key(),
        entry.payload(),
        entry.prevHash(),
        entry.hash());
  }
}
