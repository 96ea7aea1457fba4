package dev.meridian.gate.bake;

import java.time.Instant;

/**
 * A limit that was crossed: final within the attempt.
 *
 * @param at end of the interval in which it happened
 * @param sentence for people, with the numbers
 */
public record Crossing(Instant at, String sentence) {}
