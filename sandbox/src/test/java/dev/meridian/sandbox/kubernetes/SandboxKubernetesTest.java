package dev.meridian.sandbox.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;

/** The sandbox's API server under the contract. */
final class SandboxKubernetesTest extends KubernetesReadContract {
  private final Worlds worlds = new Worlds();
  private final KubernetesClient client = worlds.client(Worlds.PARIS);

  @Override
  KubernetesClient client() {
    return client;
  }

  @Override
  String namespace() {
    return "checkout";
  }

  @Override
  void close() {
    client.close();
    worlds.close();
  }
}
