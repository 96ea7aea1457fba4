package dev.meridian.gate.replay;

import java.util.ArrayList;
import java.util.List;

/**
 * How a gate went, in at most {@value #MOST} moments however long it was.
 *
 * @param stride intervals in one moment, 1 or more
 * @param moments in order of time
 * @param inLast intervals in the last of them
 */
public record Course(int stride, List<Moment> moments, int inLast) {
  static final int MOST = 200;

  public Course {
    moments = List.copyOf(moments);
  }

  /** Room for so many intervals. */
  static Course of(long intervals) {
    return new Course(
        Math.max(1, Math.toIntExact(Math.ceilDiv(intervals, (long) MOST))), List.of(), 0);
  }

  Course with(Moment next) {
    List<Moment> all = new ArrayList<>(moments);
    if (all.isEmpty() || inLast == stride) {
      all.add(next);
      return new Course(stride, all, 1);
    }
    all.set(all.size() - 1, all.getLast().joined(next));
    return new Course(stride, all, inLast + 1);
  }
}
