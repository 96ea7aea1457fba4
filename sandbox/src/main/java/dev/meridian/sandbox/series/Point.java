package dev.meridian.sandbox.series;

/**
 * One sample.
 *
 * @param at milliseconds since the epoch
 */
public record Point(long at, double value) {}
