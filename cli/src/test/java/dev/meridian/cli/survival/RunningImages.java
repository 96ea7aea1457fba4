package dev.meridian.cli.survival;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.File;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the regions really run, as their clusters say. */
final class RunningImages {
  private RunningImages() {}

  /** The image of the service in each region, without the registry's host. */
  static SortedMap<String, String> of(Path kubeconfig) {
    File file = kubeconfig.toFile();
    SortedMap<String, String> images = new TreeMap<>();
    for (NamedContext context : Config.fromKubeconfig(file).getContexts()) {
      Config config = Config.fromKubeconfig(context.getName(), file);
      try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
        images.put(context.getName(), image(client));
      }
    }
    return images;
  }

  private static String image(KubernetesClient client) {
    String whole =
        client
            .apps()
            .deployments()
            .inNamespace("checkout")
            .withName("checkout")
            .require()
            .getSpec()
            .getTemplate()
            .getSpec()
            .getContainers()
            .getFirst()
            .getImage();
    return whole.substring(whole.indexOf('/') + 1);
  }
}
