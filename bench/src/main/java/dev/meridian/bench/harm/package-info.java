/**
 * Whole releases in random worlds: users harmed against hours to completion, for Meridian and for
 * the plans that people follow without it.
 *
 * <p>Each {@link dev.meridian.bench.harm.Contestant} takes the same contender through the same
 * world, under the same weather. Meridian's plan and judge are the real ones, in the judge
 * simulation; others expose by the clock and have a {@link dev.meridian.bench.harm.CeilingAlarm}.
 * {@link dev.meridian.bench.harm.Harm} counts from the traffic itself, which nobody who judges
 * sees.
 */
@NullMarked
package dev.meridian.bench.harm;

import org.jspecify.annotations.NullMarked;
