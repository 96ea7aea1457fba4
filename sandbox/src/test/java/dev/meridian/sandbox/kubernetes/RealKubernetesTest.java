package dev.meridian.sandbox.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.File;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same contract, run by a real API server. */
@EnabledIfEnvironmentVariable(
    named = "MERIDIAN_CONTRACT_KUBECONFIG",
    matches = ".+",
    disabledReason =
        "needs MERIDIAN_CONTRACT_KUBECONFIG, a kubeconfig whose current context names a namespace"
            + " in which the test may create Deployments and ConfigMaps called contract")
final class RealKubernetesTest extends KubernetesReadContract {
  private final KubernetesClient client =
      new KubernetesClientBuilder()
          .withConfig(
              new ConfigBuilder(
                      Config.fromKubeconfig(
                          new File(System.getenv("MERIDIAN_CONTRACT_KUBECONFIG"))))
                  .withRequestRetryBackoffLimit(0)
                  .build())
          .build();

  @Override
  KubernetesClient client() {
    return client;
  }

  @Override
  String namespace() {
    return client.getNamespace();
  }

  @Override
  void close() {
    client.close();
  }
}
