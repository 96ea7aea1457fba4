/**
 * What was seen: every sample is good, bad, no data, or a query error, and each has its counter.
 *
 * <p>{@link dev.meridian.gate.sample.CounterTracks} turns raw counter samples into increments, per
 * series and per interval of a grid. It does itself what {@code increase()} does by guessing at the
 * edges of a window: intervals tile time, so each event is counted once and in one interval only. A
 * reset starts again from the new value; a series that is born while we watch starts from 0.
 */
@NullMarked
package dev.meridian.gate.sample;

import org.jspecify.annotations.NullMarked;
