package dev.meridian.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry as it stands.
 *
 * @param seq from 1, gap-free, in commit order; the id of a server-sent event and the fencing token
 *     of a cluster write
 * @param payload canonical JSON (RFC 8785)
 * @param prevHash hash of the entry before, or 64 zeros
 * @param hash SHA-256, hexadecimal, over everything else: see {@code dev.meridian.ledger.chain}
 */
public record LedgerEntry(
    Subject subject,
    long seq,
    int epoch,
    String type,
    int typeVersion,
    Instant at,
    String actor,
    Optional<String> cause,
    String key,
    String payload,
    String prevHash,
    String hash) {}
