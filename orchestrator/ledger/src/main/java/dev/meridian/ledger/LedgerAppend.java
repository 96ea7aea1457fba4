package dev.meridian.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An entry to be.
 *
 * @param subject whose chain
 * @param epoch of the run that writes; 0 for writers without one
 * @param type the kind of event, never renamed
 * @param typeVersion of the payload's shape, from 1
 * @param at Meridian time, microseconds
 * @param actor a person, or {@code meridian}
 * @param cause key of the entry that this one follows from
 * @param key unique in the installation; the same key is written once
 * @param payload a JSON tree
 */
public record LedgerAppend(
    Subject subject,
    int epoch,
    String type,
    int typeVersion,
    Instant at,
    String actor,
    Optional<String> cause,
    String key,
    Map<String, Object> payload) {}
