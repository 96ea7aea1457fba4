package dev.meridian.cli.scenario;

import dev.meridian.sandbox.world.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What befalls the world in the middle of a story.
 *
 * @param faults switched on together
 * @param target where
 * @param moment when, in the target's rollout (the canary's when it is everywhere)
 * @param lift when it is over; never when empty
 */
public record Mishap(List<Fault.Kind> faults, Target target, Moment moment, Optional<Lift> lift) {
  /** Where it strikes. */
  public enum Target {
    EVERYWHERE,
    /** The first production region of the plan. */
    FIRST_PRODUCTION
  }

  /** What must have happened. */
  public enum Moment {
    /** The region's rollout has begun. */
    STARTING,
    /** Its bake has begun. */
    BAKING,
    /** It could not go on. */
    HELD,
    /** The release is being taken back. */
    RECOVERING
  }

  /** Over so much Meridian time after a moment. */
  public record Lift(Moment after, Duration delay) {}

  public Mishap {
    faults = List.copyOf(faults);
  }
}
