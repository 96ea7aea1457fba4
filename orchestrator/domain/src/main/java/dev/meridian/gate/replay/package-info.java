/**
 * The judge over days that are over.
 *
 * <p>A gate is tried before it guards anything: {@link dev.meridian.gate.replay.Replay} folds what
 * was counted in a past stretch of time exactly as a bake does, asks the judge after each interval,
 * and keeps how it went: what would have been decided, when, and with which numbers. Neither the
 * fold nor the decision is its own; both are {@code dev.meridian.gate.bake}'s.
 */
@NullMarked
package dev.meridian.gate.replay;

import org.jspecify.annotations.NullMarked;
