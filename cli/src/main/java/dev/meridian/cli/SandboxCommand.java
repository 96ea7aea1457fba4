package dev.meridian.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.cli.sandbox.Banner;
import dev.meridian.cli.sandbox.Examples;
import dev.meridian.cli.sandbox.SandboxPlan;
import dev.meridian.cli.sandbox.SandboxStack;
import dev.meridian.cli.sandbox.ScratchDirectory;
import dev.meridian.cli.scenario.Scenario;
import dev.meridian.cli.scenario.ScenarioRun;
import dev.meridian.cli.scenario.StoryEnd;
import dev.meridian.cli.scenario.StoryReport;
import dev.meridian.cli.sealed.SealedEnvelopes;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.sandbox.WorldPorts;
import dev.meridian.sandbox.world.ExampleWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything on this machine, or one story of it. */
@Command(
    name = "sandbox",
    description = {
      "Everything on this machine, or one story of it.",
      "Starts PostgreSQL, the workflow engine, a simulated world, a worker and an api on this"
          + " machine,",
      "or with --scenario tells one story headless and ends with its exit status,",
      "or with --sealed releases into a world that keeps secret what is wrong, and then tells."
    },
    mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {
  /** Ten minutes of Meridian time in a wall second: a release can be watched, and ends today. */
  private static final int PACE = 600;

  /** An hour in a wall second: nobody waits for a story. */
  private static final int STORY_PACE = 3_600;

  /** Slower, where users are counted: while Meridian computes, they go on asking. */
  private static final int SEALED_PACE = 1_200;

  private static final int API_PORT = 8_080;
  private static final int WORLD_PORTS = 9_090;
  private static final long SEED = 1;

  /** How stories are printed. */
  enum Output {
    text,
    json
  }

  @Option(names = "--scenario", paramLabel = "NAME", description = "tell this story, headless")
  private @Nullable String scenario;

  @Option(
      names = "--sealed",
      paramLabel = "SEED",
      description = "draw a defect, mere weather or nothing; release; then open the envelope")
  private @Nullable Long sealed;

  @Option(
      names = "--sealed-runs",
      paramLabel = "N",
      description = "so many sealed envelopes, from SEED (default: 1) on")
  private @Nullable Integer sealedRuns;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where it is kept (default: .meridian; for a story: a new temporary directory)")
  private @Nullable Path data;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      description = "text or json",
      defaultValue = "text")
  private Output output = Output.text;

  @Option(
      names = "--pace",
      paramLabel = "N",
      description =
          "Meridian seconds in a wall second (default: "
              + PACE
              + "; for a story: "
              + STORY_PACE
              + "; with an envelope: "
              + SEALED_PACE
              + ")")
  private @Nullable Integer pace;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "of the api, 0 for any free one (default: ${DEFAULT-VALUE})",
      defaultValue = "" + API_PORT)
  private int port = API_PORT;

  @Option(
      names = "--world-ports",
      paramLabel = "N",
      description =
          "first port of the world's servers, 0 for any free ones (default: ${DEFAULT-VALUE})",
      defaultValue = "" + WORLD_PORTS)
  private int worldPorts = WORLD_PORTS;

  @Override
  public Integer call() throws InterruptedException {
    if (scenario != null && (sealed != null || sealedRuns != null)) {
      throw new IllegalArgumentException(
          "--scenario tells a known story and --sealed an unknown one: choose one of them");
    }
    if (scenario != null) {
      return tell(Scenario.titled(scenario));
    }
    if (sealedRuns != null) {
      return tellMany(sealed == null ? SEED : sealed, sealedRuns);
    }
    if (sealed != null) {
      return ended(SealedEnvelopes.one(sealed, pace(SEALED_PACE), progress()));
    }
    return stay();
  }

  private int stay() throws InterruptedException {
    Path directory = data == null ? Path.of(".meridian") : data;
    SandboxPlan plan =
        new SandboxPlan(
            directory,
            directory.resolve("programs"),
            pace(PACE),
            firstStart(directory),
            begins -> ExampleWorld.of(SEED, begins),
            port,
            new WorldPorts(worldPorts));
    SandboxStack stack = SandboxStack.start(plan);
    new Examples(stack).describe();
    System.out.println(Banner.of(stack, directory));
    UntilStopped.await(stack::close);
    return ExitStatus.COMPLETED.code();
  }

  /** The world remembers when it began: it must be told the same again. */
  private static Instant firstStart(Path directory) {
    Path file = directory.resolve("first-start");
    try {
      Files.createDirectories(directory);
      if (!Files.exists(file)) {
        Files.writeString(file, Instant.now().truncatedTo(ChronoUnit.HOURS).toString());
      }
      return Instant.parse(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox cannot be kept in " + directory, e);
    }
  }

  private int tell(Scenario story) {
    if (data != null) {
      return tell(story, data);
    }
    try (ScratchDirectory scratch = new ScratchDirectory()) {
      return tell(story, scratch.path());
    }
  }

  private int tell(Scenario story, Path directory) {
    StoryEnd end = ScenarioRun.tell(story, directory, pace(STORY_PACE), progress());
    print(
        StoryReport.text(end),
        () -> {
          ObjectNode tree = MeridianJson.mapper().createObjectNode();
          tree.put("scenario", story.title());
          tree.put("told", story.told());
          tree.put("asExpected", end.status() == story.ending());
          return tree.setAll(StoryReport.json(end));
        });
    return end.status().code();
  }

  private int tellMany(long first, int runs) {
    if (runs < 1) {
      throw new IllegalArgumentException("--sealed-runs was " + runs + ": give 1 or more");
    }
    return ended(SealedEnvelopes.many(first, runs, pace(SEALED_PACE), progress()));
  }

  private int ended(SealedEnvelopes.Result result) {
    print(result.text(), result::json);
    return result.good() ? ExitStatus.COMPLETED.code() : ExitStatus.FAILED.code();
  }

  private int pace(int usual) {
    int wanted = pace == null ? usual : pace;
    if (wanted < 1) {
      throw new IllegalArgumentException("--pace was " + wanted + ": give 1 or more");
    }
    return wanted;
  }

  /** With JSON, standard output holds nothing else. */
  private Consumer<String> progress() {
    return output == Output.json ? System.err::println : System.out::println;
  }

  private void print(String text, Supplier<JsonNode> json) {
    if (output == Output.text) {
      System.out.println();
      System.out.println(text);
      return;
    }
    try {
      System.out.println(
          MeridianJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json.get()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
