package dev.meridian.workflow.engine;

import java.util.Optional;

/**
 * Where the workflow engine is.
 *
 * @param target host and port
 * @param namespace one installation has one
 * @param tls whether to speak TLS; an API key needs it
 * @param apiKey sent with each call; never logged
 */
public record EngineAddress(String target, String namespace, boolean tls, Optional<String> apiKey) {
  /** An engine on this machine. */
  public static EngineAddress local(String target) {
    return new EngineAddress(target, "default", false, Optional.empty());
  }

  @Override
  public String toString() {
    return target + "/" + namespace;
  }
}
