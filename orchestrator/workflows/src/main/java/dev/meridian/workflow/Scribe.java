package dev.meridian.workflow;

import dev.meridian.activity.ActivityPolicies;
import dev.meridian.activity.LedgerActivities;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.decision.RegionTask;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the ledger for one run, under keys that make a second writing of the same
 * decision the first one.
 */
final class Scribe {
  private final LedgerActivities ledger =
      Workflow.newLocalActivityStub(LedgerActivities.class, ActivityPolicies.ledger());
  private final ReleaseId release;
  private final int epoch;
  private int failures;

  Scribe(ReleaseId release, int epoch) {
    this.release = release;
    this.epoch = epoch;
  }

  ReleaseState open() {
    return ledger.open(release, epoch);
  }

  RegionTask openRegion(RegionAttempt rollout) {
    return ledger.openRegion(rollout);
  }

  /** What has become of the documents since they were last compared. */
  Optional<ReleaseEvent.CatalogueChanged> catalogueNews() {
    return ledger.catalogueNews(release, epoch).changed();
  }

  /** Records a decision about a region; its key is the attempt and the kind of decision. */
  <E extends RegionEvent> E region(RegionAttempt rollout, E event) {
    return record(rollout.key(event.getClass().getSimpleName()), event);
  }

  /** Records that a step failed; the same step may fail more than once in an attempt. */
  RegionEvent.StepFailed stepFailed(RegionAttempt rollout, RegionEvent.StepFailed event) {
    String occurrence = Workflow.getInfo().getRunId() + "/" + failures++;
    return record(rollout.key(event.step() + " failed/" + occurrence), event);
  }

  /** Records a decision about the release; {@code what} is unique within it. */
  <E extends ReleaseEvent> E release(String what, E event) {
    return record(WorkflowIds.release(release) + "/" + what, event);
  }

  /** Histories of before the ledger answered hold no answer: what was decided then stood. */
  @SuppressWarnings("unchecked") // a key belongs to one kind of event
  private <E extends ReleaseEvent> E record(String key, E event) {
    @Nullable ReleaseEvent stands = ledger.record(release, epoch, key, event);
    return stands == null ? event : (E) stands;
  }
}
