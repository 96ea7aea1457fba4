package dev.meridian.simulation.engine;

import java.util.SplittableRandom;

/** What goes wrong with one execution of an activity. */
enum Fault {
  NONE,
  /** It fails before it has begun anything. */
  BEFORE,
  /** The effect is there and written down, its answer never arrives. */
  AFTER,
  /** Taken for dead while it goes on: the next execution meets it. */
  LOST,
  /** Two executions at one time. */
  TWICE;

  private static final int ONE_IN = 8;

  /** One in eight executions is faulty. */
  static Fault draw(SplittableRandom random) {
    return random.nextInt(ONE_IN) == 0 ? values()[1 + random.nextInt(values().length - 1)] : NONE;
  }
}
