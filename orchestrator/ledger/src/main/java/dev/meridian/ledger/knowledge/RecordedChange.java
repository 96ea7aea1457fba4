package dev.meridian.ledger.knowledge;

import dev.meridian.gate.change.OutsideChange;
import java.time.Instant;

/**
 * A change on record.
 *
 * @param seq number of its entry in the chain of changes
 * @param actor who said so
 * @param at when it was recorded
 */
public record RecordedChange(long seq, OutsideChange change, String actor, Instant at) {}
