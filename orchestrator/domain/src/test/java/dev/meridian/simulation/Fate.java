package dev.meridian.simulation;

import dev.meridian.gate.VerdictCause;
import java.util.Optional;

/**
 * What one attempt in one region will meet.
 *
 * @param obstacle the step that cannot be done
 * @param verdict how its bake ends
 * @param lateHarm seconds after it passed, when the watch finds harm; empty for never
 */
record Fate(Obstacle obstacle, VerdictCause verdict, Optional<Long> lateHarm) {
  /** Nothing in the way, and healthy. */
  static final Fate GOOD = new Fate(Obstacle.NONE, VerdictCause.PROVEN, Optional.empty());

  /** A step of the way forward that fails for good. */
  enum Obstacle {
    NONE,
    IMAGE,
    WAY_BACK,
    REVIEW,
    DEPLOY,
    CHECK_UNREACHABLE,
    CHECK
  }
}
