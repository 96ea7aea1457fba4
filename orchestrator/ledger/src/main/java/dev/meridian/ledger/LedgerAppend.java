package dev.meridian.ledger;

import dev.meridian.ledger.json.StorableText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An entry to be.
 *
 * @param subject whose chain
 * @param epoch of the run that writes; 0 for writers without one
 * @param type the kind of event, never renamed
 * @param typeVersion of the payload's shape, from 1
 * @param at Meridian time, truncated to microseconds
 * @param actor a person, or {@code meridian}
 * @param cause key of the entry that this one follows from
 * @param key unique in the installation; the same key is written once
 * @param payload a JSON tree: maps, lists, strings, numbers, booleans, null
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
    Map<String, Object> payload) {

  /**
   * @throws IllegalArgumentException when epoch or type version is too small, or type, actor, key
   *     or cause is blank
   */
  public LedgerAppend {
    if (epoch < 0 || typeVersion < 1) {
      throw new IllegalArgumentException(
          "epoch should be 0 or more and typeVersion 1 or more: were "
              + epoch
              + ", "
              + typeVersion);
    }
    if (type.isBlank()
        || actor.isBlank()
        || key.isBlank()
        || cause.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("type, actor, key and cause may not be blank: key " + key);
    }
    at = at.truncatedTo(ChronoUnit.MICROS);
    actor = StorableText.of(actor);
    payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
  }
}
