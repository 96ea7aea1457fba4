/**
 * What each gate can still detect in each region, before anything moves.
 *
 * <p>A gate sees as far as its requests and its control carry it. The plan knows who will be whose
 * control: regions of later waves, and passed ones where those are too few. From this, the gate's
 * share of the false stops and the usual bad rate follows the smallest rise that is found within
 * the bake, and after how long a tenfold one is. {@link dev.meridian.gate.sight.Sights} says so for
 * a whole plan.
 */
@NullMarked
package dev.meridian.gate.sight;

import org.jspecify.annotations.NullMarked;
