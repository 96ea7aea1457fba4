package dev.meridian.cli.sandbox;

import dev.meridian.cli.rest.RefusedException;
import dev.meridian.sandbox.world.ExampleWorld;

/** Describes the example regions and the example service to Meridian, as any user would. */
public final class Examples {
  private final SandboxStack stack;

  public Examples(SandboxStack stack) {
    this.stack = stack;
  }

  /** Puts both documents, unless somebody has put their own since. */
  public void describe() {
    if (!known("/api/v1/services/checkout")) {
      stack.api().put("/api/v1/catalog", "application/yaml", ExampleWorld.text("catalog.yaml"));
      stack
          .api()
          .put("/api/v1/services/checkout", "application/yaml", ExampleWorld.text("checkout.yaml"));
    }
  }

  private boolean known(String path) {
    try {
      stack.api().get(path);
      return true;
    } catch (RefusedException e) {
      if (e.status() == 404) {
        return false;
      }
      throw e;
    }
  }
}
