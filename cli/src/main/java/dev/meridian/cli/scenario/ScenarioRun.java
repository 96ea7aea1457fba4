package dev.meridian.cli.scenario;

import dev.meridian.cli.sandbox.Examples;
import dev.meridian.cli.sandbox.SandboxPlan;
import dev.meridian.cli.sandbox.SandboxStack;
import dev.meridian.sandbox.WorldPorts;
import dev.meridian.sandbox.world.ExampleWorld;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/** Tells one scenario in a sandbox of its own. */
public final class ScenarioRun {
  /** A Monday morning: the same story every time. */
  private static final Instant BEGINS = Instant.parse("2026-03-02T06:00:00Z");

  private static final long SEED = 20_260_302;

  private ScenarioRun() {}

  /**
   * @param directory where the sandbox is kept
   * @param pace Meridian seconds in a wall second
   * @param out takes each progress line
   */
  public static StoryEnd tell(Scenario scenario, Path directory, int pace, Consumer<String> out) {
    SandboxPlan plan =
        new SandboxPlan(
            directory,
            directory.resolve("programs"),
            pace,
            BEGINS,
            begins -> ExampleWorld.of(SEED, begins),
            0,
            WorldPorts.ANY);
    out.accept("scenario " + scenario.title() + ": " + scenario.told());
    out.accept("    wall  Meridian time (UTC); one wall second is " + pace / 60.0 + " minutes");
    try (SandboxStack stack = SandboxStack.start(plan)) {
      new Examples(stack).describe();
      FaultSwitchboard world = new FaultSwitchboard(stack.world().addresses().faults());
      try (Fate fate = fate(scenario, world, stack)) {
        return new Story(stack.api(), fate, out)
            .tell(scenario.image().reference(), "scenario " + scenario.title());
      }
    }
  }

  private static Fate fate(Scenario scenario, FaultSwitchboard world, SandboxStack stack) {
    return scenario
        .mishap()
        .<Fate>map(mishap -> new MishapDriver(mishap, world, stack.pace()))
        .orElse(Fate.NONE);
  }
}
