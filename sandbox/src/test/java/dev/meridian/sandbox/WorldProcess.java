package dev.meridian.sandbox;

import dev.meridian.sandbox.world.ExampleWorld;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.WorldTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A world in a process of its own, to be killed: says so once a fault is accepted. */
final class WorldProcess {
  static final Instant BEGINS = Instant.parse("2026-03-01T00:00:00Z");
  static final Instant STARTS = BEGINS.plus(Duration.ofDays(3));
  static final int FACTOR = 60;
  static final String ACCEPTED = "accepted ";

  private WorldProcess() {}

  static RunningWorld start(Path directory) {
    return RunningWorld.start(
        ExampleWorld.of(7, BEGINS),
        new WorldSettings(directory, WorldTime.resume(directory, FACTOR, STARTS), WorldPorts.ANY));
  }

  public static void main(String... arguments) throws InterruptedException {
    try (RunningWorld world = start(Path.of(arguments[0]))) {
      world.faults().begin(Fault.Kind.STORM, Optional.empty(), Optional.empty());
      System.out.println(ACCEPTED + world.clock().now());
      Thread.sleep(Duration.ofMinutes(2));
    }
  }
}
