package dev.meridian.gate.replay;

import dev.meridian.gate.bake.HoldReason;
import java.time.Instant;

/**
 * Something for which a bake would have waited.
 *
 * @param at when it was said first
 */
public record Held(HoldReason reason, Instant at, String sentence) {}
