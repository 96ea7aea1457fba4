package dev.meridian.simulation;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.VerdictCause;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.Trouble;
import dev.meridian.simulation.Fate.Obstacle;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What is seen, and where traffic goes: checks, bakes, the watch, absences, evacuations. A look,
 * check or bake that nobody waits for ends at its next heartbeat, well within a second, and says
 * nothing.
 */
final class Observations {
  /** How long a cluster may be away before the release goes on without it. */
  static final long DEADLINE = 6 * 3_600;

  private final Agenda agenda;
  private final Clusters clusters;
  private final Durations durations;
  private final Effects effects;
  private final Bakes bakes;

  Observations(
      Agenda agenda, Clusters clusters, Durations durations, Effects effects, Bakes bakes) {
    this.agenda = agenda;
    this.clusters = clusters;
    this.durations = durations;
    this.effects = effects;
    this.bakes = bakes;
  }

  void check(RegionAttempt rollout, String check, Consumer<RegionEvent> then) {
    agenda.after(
        durations.of("check", rollout, 5, 60),
        () -> {
          if (!effects.open(rollout)) {
            return;
          }
          Obstacle obstacle = fate(rollout).obstacle();
          if (obstacle == Obstacle.CHECK_UNREACHABLE) {
            effects.failed(rollout, "check " + check, FailureCode.CHECK_UNREACHABLE, then);
            return;
          }
          boolean passed = obstacle != Obstacle.CHECK;
          RegionEvent event =
              new RegionEvent.CheckEnded(
                  rollout.region(),
                  rollout.attempt(),
                  check,
                  passed,
                  passed ? "well" : "fault found",
                  "");
          then.accept(effects.recorded(rollout, "check/" + check, event));
        });
  }

  void bake(RegionAttempt rollout, Consumer<RegionEvent> then) {
    Instant now = Instant.ofEpochSecond(agenda.now());
    effects.recorded(
        rollout,
        "bake-started",
        new RegionEvent.BakeStarted(rollout.region(), rollout.attempt(), now, now));
    bakes.bake(rollout, cause -> verdict(rollout, cause, then));
  }

  private void verdict(RegionAttempt rollout, VerdictCause cause, Consumer<RegionEvent> then) {
    if (!effects.open(rollout)) {
      return;
    }
    RegionEvent event =
        new RegionEvent.VerdictGiven(
            rollout.region(),
            rollout.attempt(),
            cause,
            "evidence",
            cause.name(),
            changes(rollout.region()));
    then.accept(effects.recorded(rollout, "verdict", event));
  }

  /** Harm that shows only after the region has passed. */
  void watch(RegionAttempt rollout, Consumer<RegionEvent> then) {
    bakes.watch(
        rollout,
        () ->
            then.accept(
                new RegionEvent.VerdictGiven(
                    rollout.region(),
                    rollout.attempt(),
                    VerdictCause.GATE,
                    "evidence",
                    "harm shows late",
                    changes(rollout.region()))));
  }

  /** Others always change something in the third region: no draw is spent on it. */
  private static boolean changes(RegionCode region) {
    return region.value().endsWith("c");
  }

  /** Until the cluster answers, or is found dark, or the deadline. */
  void awaitCluster(RegionAttempt rollout, boolean alsoDark, Consumer<RegionEvent> then) {
    long deadline = agenda.now() + DEADLINE;
    long back = clusters.region(rollout.region()).seenAgain(agenda.now());
    boolean dark = !alsoDark && clusters.dark(rollout.region());
    long noticed = Math.min(agenda.now() + SimulatedRegion.SECONDS_UNTIL_DARK, back);
    agenda.at(
        dark ? noticed : Math.min(back, deadline),
        () -> {
          if (alsoDark || effects.open(rollout)) {
            observed(rollout, then);
          }
        });
  }

  private void observed(RegionAttempt rollout, Consumer<RegionEvent> then) {
    boolean cluster = !clusters.unseen(rollout.region());
    boolean service = !clusters.dark(rollout.region());
    RegionEvent event =
        new RegionEvent.RegionObserved(
            rollout.region(), rollout.attempt(), cluster, service, "seen from outside");
    then.accept(effects.recorded(rollout, "observed/" + agenda.now(), event));
  }

  void evacuate(RegionAttempt rollout, String reason, Consumer<RegionEvent> then) {
    long seconds = durations.of("evacuate", rollout, 30, 300);
    if (clusters.region(rollout.region()).noRoom()) {
      agenda.after(
          seconds,
          () -> {
            RegionEvent event =
                new RegionEvent.EvacuationRefused(rollout.region(), rollout.attempt(), "no room");
            then.accept(effects.recorded(rollout, "evacuation-refused", event));
          });
      return;
    }
    effects.recorded(
        rollout,
        "evacuation-intended",
        new RegionEvent.EvacuationIntended(
            rollout.region(), rollout.attempt(), reason, 1, "weights"));
    agenda.after(
        seconds,
        () -> {
          clusters.serve(rollout.region(), false);
          RegionEvent event =
              new RegionEvent.Evacuated(
                  rollout.region(),
                  rollout.attempt(),
                  1,
                  "weights",
                  "moved",
                  clusters.servingBeside(rollout.region()));
          then.accept(effects.recorded(rollout, "evacuated", event));
        });
  }

  void bringBack(RegionAttempt rollout, String reason, Consumer<RegionEvent> then) {
    effects.recorded(
        rollout,
        "return-intended",
        new RegionEvent.ReturnIntended(rollout.region(), rollout.attempt(), reason));
    agenda.after(
        durations.of("return", rollout, 300, 3_600),
        () -> {
          if (clusters.region(rollout.region()).harmedOnReturn()) {
            effects.failed(rollout, Trouble.RETURN, FailureCode.HARMED_AGAIN, then);
            return;
          }
          clusters.serve(rollout.region(), true);
          RegionEvent event =
              new RegionEvent.Returned(rollout.region(), rollout.attempt(), 2, "back");
          then.accept(effects.recorded(rollout, "returned", event));
        });
  }

  private Fate fate(RegionAttempt rollout) {
    return clusters.region(rollout.region()).fate(rollout.attempt());
  }
}
