package dev.meridian.sandbox.kubernetes.cluster;

import dev.meridian.sandbox.kubernetes.object.ApiObject;
import java.time.Instant;
import java.util.List;

/**
 * What a cluster begins with.
 *
 * @param objects in the order of their creation, namespaces first
 * @param manager who is said to have written them
 * @param effective when they are said to have been written
 */
public record Beginning(List<ApiObject> objects, String manager, Instant effective) {
  public Beginning {
    objects = List.copyOf(objects);
  }
}
