package dev.meridian.activity;

import dev.meridian.release.RegionAttempt;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.decision.RegionTask;
import io.temporal.activity.ActivityInterface;
import java.util.Optional;

/**
 * The record. Runs as local activities: a decision without an outside effect costs one marker in
 * the history. Each fails with SUPERSEDED when a newer epoch has taken over.
 */
@ActivityInterface(namePrefix = "Ledger")
public interface LedgerActivities {
  /** Folds everything that is recorded: start, continue-as-new and resume begin here. */
  ReleaseState open(ReleaseId release, int epoch);

  /** What a region has to do, and how far it is. */
  RegionTask openRegion(RegionAttempt rollout);

  /** Compares the documents with those that the release froze, before a wave starts. */
  News catalogueNews(ReleaseId release, int epoch);

  /**
   * What came of comparing.
   *
   * @param changed what is to be recorded; empty when nothing is new
   */
  record News(Optional<ReleaseEvent.CatalogueChanged> changed) {}

  /**
   * Records a decision once per key, with {@code meridian} as the actor unless the event names one.
   * Fails with OUTDATED when what is recorded already asks for another one.
   *
   * @return what stands under the key: another decision when a worker died right after it had
   *     recorded that one, and this run heard other news meanwhile
   */
  ReleaseEvent record(ReleaseId release, int epoch, String key, ReleaseEvent event);
}
