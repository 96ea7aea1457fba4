package dev.meridian.simulation;

import dev.meridian.gate.VerdictCause;
import dev.meridian.release.RegionAttempt;
import java.util.function.Consumer;

/** How bakes end, and what the watch over passed regions finds. */
interface Bakes {
  /** The bake of an attempt begins now: says once, some time, how it ends. */
  void bake(RegionAttempt rollout, Consumer<VerdictCause> then);

  /** A region that has passed is watched from now on: says, if ever, that it shows harm. */
  void watch(RegionAttempt rollout, Runnable then);

  /** Intervals of regions that were judged so far. */
  long judged();
}
