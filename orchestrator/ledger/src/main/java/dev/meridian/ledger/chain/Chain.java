package dev.meridian.ledger.chain;

import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.json.CanonicalJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How an entry is sealed to the one before it.
 *
 * <p>The hash of an entry is the SHA-256 of the UTF-8 of the RFC 8785 text of this object:
 *
 * <pre>{@code
 * {"actor":…, "atMicros":…, "cause":[] or [key], "epoch":…, "key":…, "payload":"…",
 *  "prevHash":…, "seq":…, "subjectId":…, "subjectKind":…, "type":…, "typeVersion":…}
 * }</pre>
 *
 * <p>{@code atMicros} counts microseconds since 1970-01-01T00:00:00Z; {@code payload} is the stored
 * text as one JSON string, byte for byte. Every field is named and quoted, so no two entries share
 * a form, and a few lines in any language can check it.
 */
public final class Chain {
  /** What the first entry of a chain follows. */
  public static final String GENESIS = "0".repeat(64);

  private Chain() {}

  /**
   * The entry that {@code append} becomes as number {@code seq}, after an entry of hash {@code
   * prevHash}.
   */
  public static LedgerEntry seal(LedgerAppend append, long seq, String prevHash) {
    LedgerEntry open =
        new LedgerEntry(
            append.subject(),
            seq,
            append.epoch(),
            append.type(),
            append.typeVersion(),
            append.at(),
            append.actor(),
            append.cause(),
            append.key(),
            CanonicalJson.of(append.payload()),
            prevHash,
            "");
    return new LedgerEntry(
        open.subject(),
        open.seq(),
        open.epoch(),
        open.type(),
        open.typeVersion(),
        open.at(),
        open.actor(),
        open.cause(),
        open.key(),
        open.payload(),
        open.prevHash(),
        hash(open));
  }

  /** The hash that an entry must have, from everything else in it. */
  public static String hash(LedgerEntry entry) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("subjectKind", entry.subject().kind());
    form.put("subjectId", entry.subject().id());
    form.put("seq", entry.seq());
    form.put("epoch", entry.epoch());
    form.put("type", entry.type());
    form.put("typeVersion", entry.typeVersion());
    form.put("atMicros", micros(entry.at()));
    form.put("actor", entry.actor());
    form.put("cause", entry.cause().stream().toList());
    form.put("key", entry.key());
    form.put("payload", entry.payload());
    form.put("prevHash", entry.prevHash());
    return Sha256.of(CanonicalJson.of(form));
  }

  private static long micros(Instant at) {
    return Math.addExact(
        Math.multiplyExact(at.getEpochSecond(), TimeUnit.SECONDS.toMicros(1)),
        at.getNano() / TimeUnit.MICROSECONDS.toNanos(1));
  }
}
