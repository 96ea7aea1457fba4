package dev.meridian.worker.cluster;

import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent.RegionObserved;
import dev.meridian.worker.HostAliases;
import dev.meridian.worker.OutsideView;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.frozen.FrozenRollout;
import dev.meridian.worker.frozen.FrozenRollouts;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Looks at a region from outside: the cluster's API, and the service's own endpoint by two probes
 * on connections of their own, all at the same time. Only when both probes fail is the service
 * away.
 */
public final class OutsideLooks implements OutsideView {
  private final FrozenRollouts rollouts;
  private final Clusters clusters;
  private final HostAliases aliases;

  public OutsideLooks(FrozenRollouts rollouts, Clusters clusters, HostAliases aliases) {
    this.rollouts = rollouts;
    this.clusters = clusters;
    this.aliases = aliases;
  }

  @Override
  public RegionObserved look(RegionAttempt rollout) {
    FrozenRollout frozen = rollouts.of(rollout);
    Cluster cluster = clusters.open(frozen.region(), Pulse.silent());
    URI health = aliases.resolve(URI.create(frozen.presence().endpoint() + "/healthz"));
    try (ExecutorService looks = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> api = looks.submit(cluster::answers);
      List<Future<HealthProbe.Answer>> probes =
          List.of(
              looks.submit(() -> HealthProbe.ask(health)),
              looks.submit(() -> HealthProbe.ask(health)));
      boolean answers = resolved(api);
      List<HealthProbe.Answer> answered = probes.stream().map(OutsideLooks::resolved).toList();
      boolean well = answered.stream().anyMatch(HealthProbe.Answer::well);
      return new RegionObserved(
          rollout.region(), rollout.attempt(), answers, well, sentence(answers, answered));
    }
  }

  private static <T> T resolved(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("a look failed", e.getCause());
    }
  }

  private static String sentence(boolean api, List<HealthProbe.Answer> probes) {
    return "the cluster's API "
        + (api ? "answers" : "does not answer")
        + "; the service's endpoint: "
        + String.join(", ", probes.stream().map(HealthProbe.Answer::sentence).toList());
  }
}
