package dev.meridian.worker.manifest;

import dev.meridian.worker.frozen.FrozenRollout;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parameters of a region rollout: the template's defaults, under the presence's, under the
 * release's.
 */
public final class RenderParameters {
  private RenderParameters() {}

  /** The given ones (service, region, namespace, image, revision) stand above all others. */
  public static SortedMap<String, String> of(FrozenRollout rollout) {
    TreeMap<String, String> parameters = new TreeMap<>(rollout.revision().template().parameters());
    parameters.putAll(rollout.presence().parameters());
    parameters.putAll(rollout.revision().parameters());
    parameters.put("service", rollout.service().name().value());
    parameters.put("region", rollout.region().code().value());
    parameters.put("namespace", rollout.presence().namespace());
    parameters.put("image", rollout.revision().image().in(rollout.region().registry()));
    parameters.put("revision", rollout.revision().id().label());
    return parameters;
  }
}
