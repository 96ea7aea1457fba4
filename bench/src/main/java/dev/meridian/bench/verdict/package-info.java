/**
 * How soon which rule sees a defect, and how often it stops a healthy release, all of them on the
 * same seeded streams.
 *
 * <p>A {@link dev.meridian.bench.verdict.Cell} says what the world is like, a {@link
 * dev.meridian.bench.verdict.Stream} is one draw of it, a {@link dev.meridian.bench.verdict.Rule}
 * judges a stream, a {@link dev.meridian.bench.verdict.Trial} lets all rules judge all streams.
 */
@NullMarked
package dev.meridian.bench.verdict;

import org.jspecify.annotations.NullMarked;
