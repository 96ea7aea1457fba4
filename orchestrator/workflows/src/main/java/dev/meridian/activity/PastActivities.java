package dev.meridian.activity;

import dev.meridian.gate.replay.Replayed;
import dev.meridian.workflow.inquiry.DaysAnswer;
import dev.meridian.workflow.inquiry.DaysQuestion;
import dev.meridian.workflow.inquiry.ReplayQuestion;
import io.temporal.activity.ActivityInterface;
import java.time.Duration;

/** The judge over days that are over. Only reads. */
@ActivityInterface(namePrefix = "Past")
public interface PastActivities {
  /** Reading and judging end by then, with an answer or with QUESTION_TOO_LONG. */
  Duration LIMIT = Duration.ofSeconds(8);

  /** What a gate would have decided, by the fold and the decision of a bake. */
  Replayed replay(ReplayQuestion question);

  /** What gates would have done on days on which everybody ran the incumbent. */
  DaysAnswer days(DaysQuestion question);
}
