/**
 * The bake: time under gates, as a pure fold over the intervals of a grid.
 *
 * <p>{@link dev.meridian.gate.bake.BakeFold} takes the state and what was observed in one interval,
 * and gives the next state; {@link dev.meridian.gate.bake.BakeDecision} looks at a state and says
 * whether to keep measuring, to hold, or what the verdict is. Neither knows a clock: time is the
 * end of the last interval. So the state is a checkpoint, a lost one is rebuilt by asking the past
 * again, and the same samples give the same verdict. The watch over regions that have passed goes
 * on with the same fold, and spends no new alpha.
 */
@NullMarked
package dev.meridian.gate.bake;

import org.jspecify.annotations.NullMarked;
