package dev.meridian.worker.cluster;

import dev.meridian.failure.FailureCode;
import dev.meridian.region.Region;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.Pulse;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One client per cluster, made from the kubeconfig context that a region names, kept until closed.
 * Connecting may take 2 s and a request 4 s; the client itself never tries again, because its own
 * ten tries would hide an outage from the engine for minutes.
 */
public final class Clusters implements AutoCloseable {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int REQUEST_MILLIS = 4_000;

  private final Path kubeconfig;
  private final ConcurrentHashMap<String, KubernetesClient> clients = new ConcurrentHashMap<>();

  public Clusters(Path kubeconfig) {
    this.kubeconfig = kubeconfig;
  }

  /**
   * The cluster of a region, for one activity.
   *
   * @throws io.temporal.failure.ApplicationFailure CLUSTER_FORBIDDEN when the kubeconfig has no
   *     such context
   */
  public Cluster open(Region region, Pulse pulse) {
    return new Cluster(
        clients.computeIfAbsent(region.cluster(), this::connect), region.code(), pulse);
  }

  private KubernetesClient connect(String context) {
    Config config = Config.fromKubeconfig(context, kubeconfig.toFile());
    if (config.getCurrentContext() == null
        || !context.equals(config.getCurrentContext().getName())) {
      throw ActivityFailures.of(
          FailureCode.CLUSTER_FORBIDDEN, "the kubeconfig has no context named " + context);
    }
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setRequestTimeout(REQUEST_MILLIS);
    config.setRequestRetryBackoffLimit(0);
    config.setOnlyHttpWatches(true);
    // A create has no field manager of its own in this client: the server takes it from here.
    config.setUserAgent(FieldOwners.MERIDIAN);
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  @Override
  public void close() {
    clients.values().forEach(KubernetesClient::close);
    clients.clear();
  }
}
