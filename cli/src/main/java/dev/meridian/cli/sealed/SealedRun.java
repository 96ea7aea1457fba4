package dev.meridian.cli.sealed;

import dev.meridian.cli.sandbox.Examples;
import dev.meridian.cli.sandbox.SandboxPlan;
import dev.meridian.cli.sandbox.SandboxStack;
import dev.meridian.cli.sandbox.ScratchDirectory;
import dev.meridian.cli.scenario.Fate;
import dev.meridian.cli.scenario.FaultSwitchboard;
import dev.meridian.cli.scenario.Story;
import dev.meridian.cli.scenario.StoryEnd;
import dev.meridian.sandbox.WorldPorts;
import dev.meridian.sandbox.world.ExampleImage;
import dev.meridian.sandbox.world.ExampleWorld;
import dev.meridian.sandbox.world.WorldSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** One release into a world whose envelope is sealed, in a sandbox of its own. */
final class SealedRun {
  private final Envelope envelope;
  private final int pace;
  private final String image;

  /**
   * @param pace Meridian seconds in a wall second
   */
  SealedRun(Envelope envelope, int pace) {
    this.envelope = envelope;
    this.pace = pace;
    this.image = "shop/checkout@sha256:" + envelope.hash();
  }

  /**
   * Runs the release to its end and opens the envelope.
   *
   * @param programs where PostgreSQL is unpacked; runs of one JVM share it
   * @param out takes each progress line
   */
  Opened tell(Path programs, Consumer<String> out) {
    try (ScratchDirectory scratch = new ScratchDirectory()) {
      SandboxPlan plan =
          new SandboxPlan(
              scratch.path(), programs, pace, envelope.begins(), this::world, 0, WorldPorts.ANY);
      try (SandboxStack stack = SandboxStack.start(plan)) {
        return tell(stack, plan.spec(), out);
      }
    }
  }

  private Opened tell(SandboxStack stack, WorldSpec world, Consumer<String> out) {
    new Examples(stack).describe();
    Instant from = stack.world().clock().now();
    StoryEnd end;
    try (Fate fate = fate(stack)) {
      end = new Story(stack.api(), fate, out).tell(image, "sealed " + envelope.seed());
    }
    Instant until = stack.world().clock().now();
    OtherPlans others = new OtherPlans(world, image, from, until);
    long harmed = stack.world().traffic().harmed(from, until);
    return new Opened(envelope, end, new Harm(harmed, others.atOnce(), others.hourly()));
  }

  private Fate fate(SandboxStack stack) {
    return envelope.contents() instanceof Contents.Storms weather
        ? new Weather(
            weather.storms(),
            new FaultSwitchboard(stack.world().addresses().faults()),
            stack.pace())
        : Fate.NONE;
  }

  private WorldSpec world(Instant begins) {
    return ExampleWorld.of(
        envelope.seed(),
        begins,
        List.of(
            ExampleImage.INCUMBENT.image(),
            new WorldSpec.WorldImage(image, envelope.contents().defects())));
  }
}
