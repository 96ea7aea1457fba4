package dev.meridian.simulation;

import dev.meridian.failure.FailureCode;
import dev.meridian.release.GivenUp;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.RegionProgress;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.service.ImageReference;
import dev.meridian.simulation.Clusters.Running;
import dev.meridian.simulation.Clusters.Written;
import dev.meridian.simulation.Fate.Obstacle;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What activities do to a cluster: intention, effect, outcome, each under the key that the real
 * ones use. Once begun an effect goes on by itself, also when nobody waits for it any more.
 */
final class Effects {
  static final ImageReference IMAGE = new ImageReference("sim/service", "sha256:" + "a".repeat(64));

  private final Agenda agenda;
  private final Book book;
  private final Clusters clusters;
  private final Durations durations;
  private final TreeMap<String, Integer> restoresFailed = new TreeMap<>();
  private final FailureNotes notes;

  /** Who writes down that a step failed: whoever waits for it, or the effect in their place. */
  interface FailureNotes {
    RegionEvent.StepFailed noted(RegionAttempt rollout, RegionEvent.StepFailed failure);
  }

  Effects(Agenda agenda, Book book, Clusters clusters, Durations durations, FailureNotes notes) {
    this.notes = notes;
    this.agenda = agenda;
    this.book = book;
    this.clusters = clusters;
    this.durations = durations;
  }

  void image(RegionAttempt rollout, Consumer<RegionEvent> then) {
    after(
        "image",
        rollout,
        60,
        () -> {
          if (obstacle(rollout) == Obstacle.IMAGE) {
            failed(rollout, "image", FailureCode.IMAGE_MISSING, then);
          } else {
            then.accept(
                recorded(
                    rollout,
                    "image-present",
                    new RegionEvent.ImagePresent(rollout.region(), rollout.attempt(), IMAGE)));
          }
        });
  }

  void wayBack(RegionAttempt rollout, Consumer<RegionEvent> then) {
    after(
        "way back",
        rollout,
        10,
        () -> {
          if (clusters.away(rollout.region())) {
            failed(rollout, "way back", FailureCode.CLUSTER_UNREACHABLE, then);
          } else if (obstacle(rollout) == Obstacle.WAY_BACK) {
            failed(rollout, "way back", FailureCode.CLUSTER_FORBIDDEN, then);
          } else {
            String key = "release/" + rollout.release() + "/" + rollout.region() + "/way-back";
            RegionEvent event =
                new RegionEvent.WayBackRecorded(
                    rollout.region(), rollout.attempt(), "inventory", 1);
            clusters.recordWayBack(rollout.region());
            then.accept((RegionEvent) book.record(rollout.epoch(), key, event).event());
          }
        });
  }

  void review(RegionAttempt rollout, Consumer<RegionEvent> then) {
    after(
        "review",
        rollout,
        10,
        () -> {
          if (clusters.away(rollout.region())) {
            failed(rollout, "review", FailureCode.CLUSTER_UNREACHABLE, then);
          } else if (obstacle(rollout) == Obstacle.REVIEW) {
            failed(rollout, "review", FailureCode.READINESS_REVIEW_BLOCKED, then);
          } else {
            RegionEvent event =
                new RegionEvent.Reviewed(
                    rollout.region(), rollout.attempt(), "manifests", List.of());
            then.accept(recorded(rollout, "reviewed", event));
          }
        });
  }

  void deploy(RegionAttempt rollout, Consumer<RegionEvent> then) {
    List<ReleaseEvent> history = book.entries().stream().map(Book.Entry::event).toList();
    if (GivenUp.reason(rollout, history).isPresent()) {
      failed(rollout, "deploy", FailureCode.FENCED, then);
      return;
    }
    RegionEvent intended =
        new RegionEvent.DeployIntended(rollout.region(), rollout.attempt(), "manifests");
    long fence = book.record(rollout.epoch(), rollout.key("deploy-intended"), intended).seq();
    after(
        "apply",
        rollout,
        120,
        () -> {
          Written written =
              overtaken(rollout)
                  ? Written.FENCED
                  : clusters.apply(rollout.region(), Running.CONTENDER, fence);
          switch (written) {
            case UNREACHABLE -> failed(rollout, "deploy", FailureCode.CLUSTER_UNREACHABLE, then);
            case FENCED -> failed(rollout, "deploy", FailureCode.FENCED, then);
            case DONE -> awaitReady(rollout, then);
          }
        });
  }

  private void awaitReady(RegionAttempt rollout, Consumer<RegionEvent> then) {
    after(
        "ready",
        rollout,
        180,
        () -> {
          if (overtaken(rollout)) {
            failed(rollout, "deploy", FailureCode.FENCED, then);
          } else if (obstacle(rollout) == Obstacle.DEPLOY) {
            failed(rollout, "deploy", FailureCode.NOT_READY, then);
          } else {
            Instant now = Instant.ofEpochSecond(agenda.now());
            RegionEvent event = new RegionEvent.Deployed(rollout.region(), rollout.attempt(), now);
            then.accept(recorded(rollout, "deployed", event));
          }
        });
  }

  void restore(RegionAttempt rollout, String reason, Consumer<RegionEvent> then) {
    var done = book.find(rollout.key("restored"));
    if (done.isPresent()) {
      then.accept((RegionEvent) done.get().event());
      return;
    }
    RegionEvent intended =
        new RegionEvent.RestoreIntended(rollout.region(), rollout.attempt(), "inventory", reason);
    long fence = book.record(rollout.epoch(), rollout.key("restore-intended"), intended).seq();
    after(
        "restore",
        rollout,
        120,
        () -> {
          SimulatedRegion region = clusters.region(rollout.region());
          int before = restoresFailed.merge(rollout.region().value(), 1, Integer::sum);
          if (before <= region.failingRestores()) {
            failed(rollout, "restore", FailureCode.CLUSTER_REFUSED, then);
            return;
          }
          switch (clusters.apply(rollout.region(), Running.INCUMBENT, fence)) {
            case UNREACHABLE -> failed(rollout, "restore", FailureCode.CLUSTER_UNREACHABLE, then);
            case FENCED -> failed(rollout, "restore", FailureCode.FENCED, then);
            case DONE -> {
              RegionEvent event =
                  new RegionEvent.Restored(
                      rollout.region(), rollout.attempt(), List.of(), "restored");
              then.accept(recorded(rollout, "restored", event));
            }
          }
        });
  }

  void failed(RegionAttempt rollout, String step, FailureCode code, Consumer<RegionEvent> then) {
    then.accept(
        notes.noted(
            rollout,
            new RegionEvent.StepFailed(
                rollout.region(), rollout.attempt(), step, code, code.fact())));
  }

  RegionEvent recorded(RegionAttempt rollout, String what, RegionEvent event) {
    return (RegionEvent) book.record(rollout.epoch(), rollout.key(what), event).event();
  }

  /** Whether somebody still waits for what this attempt brings. */
  boolean open(RegionAttempt rollout) {
    RegionProgress progress = book.state().region(rollout.region());
    return progress.attempt() == rollout.attempt() && progress.open();
  }

  /** A restore of this attempt was intended: the deploy must not go on. */
  private boolean overtaken(RegionAttempt rollout) {
    return book.find(rollout.key("restore-intended")).isPresent();
  }

  private Obstacle obstacle(RegionAttempt rollout) {
    return clusters.region(rollout.region()).fate(rollout.attempt()).obstacle();
  }

  private void after(String what, RegionAttempt rollout, int most, Runnable then) {
    agenda.after(durations.of(what, rollout, 1, most), then);
  }
}
