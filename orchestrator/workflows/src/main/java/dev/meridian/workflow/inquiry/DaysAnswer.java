package dev.meridian.workflow.inquiry;

import dev.meridian.gate.replay.DayBefore;
import java.util.List;

/**
 * What came of it.
 *
 * @param days by gate, and by place within a gate
 */
public record DaysAnswer(List<DayBefore> days) {
  public DaysAnswer {
    days = List.copyOf(days);
  }
}
