/**
 * Whether the checkers bite: deliberate one-line bugs, each of which must be caught.
 *
 * <p>A {@link dev.meridian.bench.bugs.SeededBug} is one change to one line of the present source. A
 * {@link dev.meridian.bench.bugs.Mutant} is that source compiled with the change. A {@link
 * dev.meridian.bench.bugs.Hunt} runs the {@link dev.meridian.bench.bugs.Check}s on whatever classes
 * it finds, in a process of its own that can be ended: it does not know whether there is a bug. The
 * sources as they are must come through the same hunt.
 */
@NullMarked
package dev.meridian.bench.bugs;

import org.jspecify.annotations.NullMarked;
