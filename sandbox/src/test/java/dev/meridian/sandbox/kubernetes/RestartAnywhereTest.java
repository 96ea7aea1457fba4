package dev.meridian.sandbox.kubernetes;

import static dev.meridian.sandbox.kubernetes.Worlds.BEGINS;
import static dev.meridian.sandbox.kubernetes.Worlds.PARIS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two worlds live through the same; one of them is killed and started again now and then. */
class RestartAnywhereTest {
  /** What happens next: drawn once, done in both worlds. */
  private record Step(String patch, boolean killsAPod, Duration then) {
    static Step drawn(RandomGenerator random, Worlds worlds) {
      Duration then = Duration.ofMillis(100 + random.nextInt(15_000));
      return switch (random.nextInt(4)) {
        case 0 ->
            new Step("{\"spec\":{\"replicas\":%d}}".formatted(random.nextInt(7)), false, then);
        case 1 -> new Step("", true, then);
        default -> new Step(image(worlds.image(1 + random.nextInt(3))), false, then);
      };
    }

    private static String image(String image) {
      return """
      {"spec":{"template":{"metadata":{"labels":{"revision":"r%s"}},
        "spec":{"containers":[{"name":"checkout","image":"%s"}]}}}}\
      """
          .formatted(image.substring(image.length() - 1), image);
    }

    void in(Worlds worlds) {
      try (KubernetesClient client = worlds.client(PARIS)) {
        if (!patch.isEmpty()) {
          client
              .apps()
              .deployments()
              .withName("checkout")
              .patch(PatchContext.of(PatchType.STRATEGIC_MERGE), patch);
        }
        if (killsAPod) {
          client.pods().list().getItems().stream()
              .limit(1)
              .forEach(pod -> client.pods().resource(pod).delete());
        }
      }
      worlds.pass(then);
    }
  }

  private static List<String> history(Worlds worlds) {
    Instant now = worlds.clock.now();
    List<String> history = new ArrayList<>();
    worlds
        .kubernetes
        .changes(PARIS, BEGINS, now)
        .forEach(when -> history.add(when + " " + worlds.kubernetes.at(PARIS, when)));
    try (KubernetesClient client = worlds.client(PARIS)) {
      client
          .pods()
          .list()
          .getItems()
          .forEach(pod ->
              history.add(
                  pod.getMetadata().getName()
                      + pod.getMetadata().getUid()
                      + pod.getStatus().getContainerStatuses()));
      history.add(
          String.valueOf(client.apps().deployments().withName("checkout").require().getStatus()));
    }
    return history;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void world_killedAnywhere_isTheSameAsOneThatWasNot(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    try (Worlds lived = new Worlds();
        Worlds killed = new Worlds()) {
      for (int i = 0; i < 12; i++) {
        Step step = Step.drawn(random, lived);
        step.in(lived);
        step.in(killed);
        if (random.nextInt(3) == 0) {
          killed.restart();
        }
      }

      assertThat(history(killed)).isEqualTo(history(lived)).hasSizeGreaterThan(10);
    }
  }
}
