package dev.meridian.activity;

import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import io.temporal.activity.ActivityInterface;

/** Calls people. */
@ActivityInterface(namePrefix = "People")
public interface PeopleActivities {
  /**
   * Pages once per key, by the configured webhook, and records it. Never fails a release: a pager
   * that does not answer is recorded as such.
   */
  ReleaseEvent.Paged page(ReleaseId release, int epoch, String key, String sentence);
}
