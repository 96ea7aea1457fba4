package dev.meridian.ledger.knowledge;

import dev.meridian.ledger.Ledger;
import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.json.MeridianJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Entries of one type under idempotency keys.
 *
 * @param type of the entries, never renamed
 */
record NoteBook(Ledger ledger, String type) {
  private static final String REQUEST = "requestHash";

  /** A note to be. */
  record Note(Subject subject, Map<String, Object> content, String actor, Instant at) {}

  Noted<LedgerEntry> add(Note note, IdempotencyKey key) {
    Map<String, Object> payload = new LinkedHashMap<>(note.content());
    payload.put(REQUEST, key.requestHash());
    return answer(
        key,
        ledger.append(
            new LedgerAppend(
                note.subject(),
                0,
                type,
                1,
                note.at(),
                note.actor(),
                Optional.empty(),
                entryKey(note.subject(), key),
                payload)));
  }

  Optional<Noted<LedgerEntry>> answered(Subject subject, IdempotencyKey key) {
    return ledger.find(entryKey(subject, key)).map(first -> answer(key, first));
  }

  List<LedgerEntry> newest(Subject subject, Optional<Long> before, int limit) {
    return ledger.newest(new Ledger.Kind(subject, type), before.orElse(Long.MAX_VALUE), limit);
  }

  private String entryKey(Subject subject, IdempotencyKey key) {
    return type + "/" + subject + "/" + key.key();
  }

  private static Noted<LedgerEntry> answer(IdempotencyKey key, LedgerEntry first) {
    return key.requestHash().equals(MeridianJson.tree(first.payload()).get(REQUEST))
        ? new Noted.Kept<>(first)
        : new Noted.KeyReused<>(key.key());
  }
}
