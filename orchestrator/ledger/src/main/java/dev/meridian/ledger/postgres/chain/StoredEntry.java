package dev.meridian.ledger.postgres.chain;

import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.postgres.OptionalText;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.Optional;

/** An entry as its row. */
@MappedEntity("ledger_entry")
record StoredEntry(
    @Id String key,
    String subjectKind,
    String subjectId,
    long seq,
    int epoch,
    String type,
    int typeVersion,
    Instant at,
    String actor,
    @MappedProperty(converter = OptionalText.class) Optional<String> cause,
    String payload,
    String prevHash,
    String hash) {

  static StoredEntry of(LedgerEntry entry) {
    return new StoredEntry(
        entry.key(),
        entry.subject().kind(),
        entry.subject().id(),
        entry.seq(),
        entry.epoch(),
        entry.type(),
        entry.typeVersion(),
        entry.at(),
        entry.actor(),
        entry.cause(),
        entry.payload(),
        entry.prevHash(),
        entry.hash());
  }

  LedgerEntry entry() {
    return new LedgerEntry(
        new Subject(subjectKind, subjectId),
        seq,
        epoch,
        type,
        typeVersion,
        at,
        actor,
        cause,
        key,
        payload,
        prevHash,
        hash);
  }
}
