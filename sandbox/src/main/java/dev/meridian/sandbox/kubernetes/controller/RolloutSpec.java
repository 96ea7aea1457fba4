package dev.meridian.sandbox.kubernetes.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import java.time.Duration;

/**
 * What a Deployment asks for.
 *
 * @param surge pods above {@code replicas} that may exist
 * @param unavailable pods below {@code replicas} that may be missing
 * @param recreate all old pods end before the first new one starts
 * @param minReady how long a pod must be ready to count as available
 * @param deadline without progress, after which the rollout is reported as failed
 */
record RolloutSpec(
    PodTemplate template,
    int replicas,
    int surge,
    int unavailable,
    boolean recreate,
    boolean paused,
    Duration minReady,
    Duration deadline) {

  static RolloutSpec of(ApiObject deployment) {
    JsonNode spec = deployment.spec();
    JsonNode rolling = spec.path("strategy").path("rollingUpdate");
    int replicas = spec.path("replicas").asInt(1);
    int surge = share(rolling.path("maxSurge"), replicas, true);
    int unavailable = share(rolling.path("maxUnavailable"), replicas, false);
    return new RolloutSpec(
        PodTemplate.of(deployment),
        replicas,
        surge,
        surge == 0 && unavailable == 0 ? 1 : unavailable,
        spec.path("strategy").path("type").asText().equals("Recreate"),
        spec.path("paused").asBoolean(),
        Duration.ofSeconds(spec.path("minReadySeconds").asLong()),
        Duration.ofSeconds(spec.path("progressDeadlineSeconds").asLong(600)));
  }

  /** A paused rollout keeps its template; only the number of pods follows. */
  RolloutSpec pausedAt(RolloutSpec before) {
    return new RolloutSpec(
        before.template, replicas, surge, unavailable, recreate, true, minReady, deadline);
  }

  int leastAvailable() {
    return recreate ? 0 : replicas - unavailable;
  }

  /** An absolute number, or per cent of the replicas: surge is rounded up, absence down. */
  private static int share(JsonNode quantity, int replicas, boolean up) {
    String text = quantity.asText("25%");
    if (!text.endsWith("%")) {
      return Integer.parseInt(text);
    }
    int percent = Integer.parseInt(text.substring(0, text.length() - 1)) * replicas;
    return up ? Math.ceilDiv(percent, 100) : percent / 100;
  }
}
