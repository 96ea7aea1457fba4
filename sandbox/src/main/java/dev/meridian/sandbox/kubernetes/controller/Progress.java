package dev.meridian.sandbox.kubernetes.controller;

import dev.meridian.sandbox.kubernetes.controller.RollingUpdate.Census;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a rollout gets on: the conditions Available and Progressing. */
final class Progress {
  private Optional<Condition> available = Optional.empty();
  private Optional<Condition> progressing = Optional.empty();
  private Instant lastProgress = Instant.MIN;
  private Census lastSeen = new Census(0, 0, 0, 0, 0);
  private boolean complete;

  /** Another template is wanted: the clock of the deadline starts again. */
  void begin(Instant now) {
    complete = false;
    lastProgress = now;
  }

  /** Counted as progress: a pod more of the wanted template, or available, or an old one fewer. */
  void observe(RolloutSpec spec, Census now, String replicaSet, Instant when) {
    if (now.fresh() > lastSeen.fresh()
        || now.freshAvailable() > lastSeen.freshAvailable()
        || now.old() < lastSeen.old()) {
      lastProgress = when;
    }
    lastSeen = now;
    complete |=
        now.fresh() == spec.replicas() && now.old() == 0 && now.freshAvailable() >= spec.replicas();
    boolean enough = now.available() >= spec.leastAvailable();
    available =
        Optional.of(
            available
                .orElse(Condition.of("Available", !enough, when))
                .now(
                    enough,
                    enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                    "Deployment " + (enough ? "has" : "does not have") + " minimum availability.",
                    when));
    progressing = Optional.of(progressing(spec, "ReplicaSet \"" + replicaSet + "\" ", when));
  }

  private Condition progressing(RolloutSpec spec, String subject, Instant when) {
    Condition before = progressing.orElse(Condition.of("Progressing", false, when));
    if (complete) {
      return before.now(
          true, "NewReplicaSetAvailable", subject + "has successfully progressed.", when);
    }
    if (spec.paused()) {
      return before.now(true, "DeploymentPaused", "Deployment is paused", when);
    }
    if (!when.isBefore(lastProgress.plus(spec.deadline()))) {
      return before.now(
          false, "ProgressDeadlineExceeded", subject + "has timed out progressing.", when);
    }
    return before.now(true, "ReplicaSetUpdated", subject + "is progressing.", when);
  }

  /** When the rollout will be reported as failed if nothing more happens. */
  Optional<Instant> deadline(RolloutSpec spec) {
    return complete || spec.paused()
        ? Optional.empty()
        : Optional.of(lastProgress.plus(spec.deadline()));
  }

  List<Condition> conditions() {
    return Stream.of(available, progressing).flatMap(Optional::stream).toList();
  }
}
