package dev.meridian.worker.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.failure.FailureCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.service.CheckSpec;
import dev.meridian.service.ManifestTemplate;
import dev.meridian.worker.RegionLedger;
import dev.meridian.worker.cluster.Cluster;
import dev.meridian.worker.cluster.EffectKeys;
import dev.meridian.worker.cluster.Fence;
import dev.meridian.worker.cluster.PodReasons;
import dev.meridian.worker.manifest.KubernetesObject;
import dev.meridian.worker.manifest.ObjectRef;
import dev.meridian.worker.manifest.RolloutManifests;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs a Kubernetes Job and awaits its end. Its name belongs to the attempt, so a second execution
 * finds the first one's Job and waits for it.
 */
final class JobCheck {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int LOG_LINES = 10;
  private static final int LONGEST_LOG = 800;
  private static final int LONGEST_NAME = 52;
  private static final int KEPT_AT_MOST_SECONDS = 3_600;

  private final RegionLedger ledger;
  private final RolloutManifests manifests;

  JobCheck(RegionLedger ledger, RolloutManifests manifests) {
    this.ledger = ledger;
    this.manifests = manifests;
  }

  CheckOutcome run(CheckSpec.Job spec, CheckPlace place, Cluster cluster)
      throws InterruptedException {
    KubernetesObject job = job(spec, place);
    KubernetesObject started = cluster.read(job.ref()).orElseGet(() -> create(cluster, job));
    long deadline = System.nanoTime() + spec.timeout().toNanos();
    while (true) {
      KubernetesObject live = cluster.read(job.ref()).orElse(started);
      Optional<JsonNode> end = end(live);
      if (end.isPresent()) {
        return outcome(cluster, live, end.get());
      }
      if (System.nanoTime() > deadline) {
        return overdue(spec, place, cluster, live);
      }
      place.pulse().sleep(LOOK);
    }
  }

  /** Deletes the Job of an outcome that is recorded; what is left of it goes by itself later. */
  void remove(CheckSpec.Job spec, CheckPlace place, Cluster cluster) {
    try {
      cluster.read(job(spec, place).ref()).ifPresent(cluster::delete);
    } catch (ApplicationFailure failure) {
      if (failure.isNonRetryable()) {
        throw failure;
      }
    }
  }

  private static KubernetesObject create(Cluster cluster, KubernetesObject job) {
    try {
      return cluster.create(job);
    } catch (ApplicationFailure failure) {
      if (failure.getType().equals(FailureCode.CLUSTER_CONFLICT.name())) {
        return cluster.read(job.ref()).orElseThrow(() -> failure);
      }
      throw failure;
    }
  }

  private KubernetesObject job(CheckSpec.Job spec, CheckPlace place) {
    ManifestTemplate text =
        new ManifestTemplate(
            ManifestTemplate.Engine.PLAIN,
            spec.manifest(),
            place.frozen().revision().template().parameters());
    List<KubernetesObject> objects = manifests.render(place.frozen(), text).objects();
    String namespace = place.frozen().presence().namespace();
    if (objects.size() != 1
        || !objects.getFirst().kind().equals("Job")
        || !objects.getFirst().namespace().equals(namespace)) {
      throw place.unusable(
          "check " + spec.name() + ": its manifest should be one Job in namespace " + namespace);
    }
    return objects.getFirst().with(tree -> prepare(tree, spec, place.rollout()));
  }

  private void prepare(ObjectNode tree, CheckSpec.Job spec, RegionAttempt rollout) {
    String suffix = "-" + Integer.toHexString(rollout.key(spec.name()).hashCode());
    ObjectNode metadata = tree.withObjectProperty("metadata");
    String name = metadata.path("name").asText();
    metadata.put("name", name.substring(0, Math.min(name.length(), LONGEST_NAME)) + suffix);
    ledger
        .seq(EffectKeys.deployIntended(rollout))
        .ifPresent(seq ->
            metadata
                .withObjectProperty("annotations")
                .put(Fence.ANNOTATION, new Fence(rollout.release(), seq).toString()));
    ObjectNode job = tree.withObjectProperty("spec");
    if (!job.has("activeDeadlineSeconds")) {
      job.put("activeDeadlineSeconds", Math.max(1, spec.timeout().toSeconds()));
    }
    if (!job.has("ttlSecondsAfterFinished")) {
      job.put("ttlSecondsAfterFinished", KEPT_AT_MOST_SECONDS);
    }
  }

  private static Optional<JsonNode> end(KubernetesObject job) {
    return job.at("/status/conditions")
        .valueStream()
        .filter(condition -> condition.path("status").asText().equals("True"))
        .filter(
            condition -> List.of("Complete", "Failed").contains(condition.path("type").asText()))
        .findFirst();
  }

  private static CheckOutcome outcome(Cluster cluster, KubernetesObject job, JsonNode end) {
    boolean passed = end.path("type").asText().equals("Complete");
    String why = passed ? "" : " (" + end.path("reason").asText() + ")";
    return new CheckOutcome(
        passed, job.ref() + (passed ? " succeeded" : " failed") + why + lastLines(cluster, job));
  }

  private static CheckOutcome overdue(
      CheckSpec.Job spec, CheckPlace place, Cluster cluster, KubernetesObject job) {
    if (job.at("/status/ready").asInt() == 0 && job.at("/status/failed").asInt() == 0) {
      String reasons = PodReasons.of(cluster, job.namespace(), selector(job));
      throw place.unreachable(
          "check "
              + spec.name()
              + ": "
              + job.ref()
              + " never ran within "
              + spec.timeout()
              + "; "
              + reasons);
    }
    return new CheckOutcome(
        false, job.ref() + " did not end within " + spec.timeout() + lastLines(cluster, job));
  }

  private static JsonNode selector(KubernetesObject job) {
    return job.tree().objectNode().put("job-name", job.name());
  }

  private static String lastLines(Cluster cluster, KubernetesObject job) {
    try {
      String log =
          cluster.list(new ObjectRef("v1", "Pod", job.namespace(), "")).stream()
              .filter(pod -> PodReasons.carries(pod, selector(job)))
              .map(pod -> cluster.log(job.namespace(), pod.name(), LOG_LINES))
              .collect(Collectors.joining("\n"))
              .strip();
      String tail = log.length() > LONGEST_LOG ? log.substring(log.length() - LONGEST_LOG) : log;
      return tail.isEmpty() ? "" : "; its last lines: " + tail;
    } catch (ApplicationFailure failure) {
      return "; its log could not be read";
    }
  }
}
