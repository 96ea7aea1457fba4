/**
 * Whether data that is missing, in whatever shape, ever passes a gate.
 *
 * <p>A {@link dev.meridian.bench.missing.Shape} says how the contender's data is missing, a {@link
 * dev.meridian.bench.missing.Watched} gate is what is being judged, and {@link
 * dev.meridian.bench.missing.GateRun} is one bake of it through the real counting, fold and
 * decision.
 */
@NullMarked
package dev.meridian.bench.missing;

import org.jspecify.annotations.NullMarked;
