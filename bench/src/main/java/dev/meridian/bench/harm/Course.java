package dev.meridian.bench.harm;

import dev.meridian.simulation.Exposed;
import dev.meridian.simulation.judge.JudgedWorld;
import java.util.List;

/**
 * What one plan did in one world.
 *
 * @param harm requests that failed or were slow because of the contender
 * @param completedAt seconds from its start; {@link Exposed#NEVER} when it did not get that far
 * @param noticed whether it was stopped or taken back before it had completed
 * @param takenBack whether it was stopped or taken back at all while harm was counted
 */
record Course(double harm, long completedAt, boolean noticed, boolean takenBack) {
  /**
   * A course that nobody but the alarm watches from some moment on.
   *
   * @param exposed by the plan, were it never stopped
   * @param completedAt of the plan, were it never stopped
   * @param watchedFrom the alarm looks from then on
   */
  static Course alarmed(
      JudgedWorld world, List<Exposed> exposed, long completedAt, long watchedFrom) {
    long raised = CeilingAlarm.raised(world, exposed, watchedFrom);
    if (raised == CeilingAlarm.NEVER) {
      return new Course(Harm.of(world, exposed), completedAt, false, false);
    }
    long back = raised + CeilingAlarm.TAKING_BACK;
    List<Exposed> until =
        exposed.stream()
            .filter(each -> each.from() <= raised)
            .map(each -> new Exposed(each.region(), each.from(), Math.min(each.until(), back)))
            .toList();
    boolean noticed = raised < completedAt;
    return new Course(Harm.of(world, until), noticed ? Exposed.NEVER : completedAt, noticed, true);
  }

  boolean completed() {
    return completedAt != Exposed.NEVER;
  }
}
