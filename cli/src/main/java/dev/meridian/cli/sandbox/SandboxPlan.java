package dev.meridian.cli.sandbox;

import dev.meridian.sandbox.WorldPorts;
import dev.meridian.sandbox.world.WorldSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * What kind of sandbox is wanted.
 *
 * @param directory where everything is kept
 * @param programs where PostgreSQL is unpacked; sandboxes of one JVM share it
 * @param factor Meridian seconds in a wall second
 * @param begins Meridian time at the very first start
 * @param world made for the instant at which its history begins
 * @param apiPort 0 for any free one
 * @param worldPorts of the world's servers
 */
public record SandboxPlan(
    Path directory,
    Path programs,
    int factor,
    Instant begins,
    Function<Instant, WorldSpec> world,
    int apiPort,
    WorldPorts worldPorts) {
  /** Gates are calibrated on the days before a release. */
  private static final Duration HISTORY = Duration.ofDays(3);

  /** What the world is made of, with its days before the first start. */
  public WorldSpec spec() {
    return world.apply(begins.minus(HISTORY));
  }
}
