package dev.meridian.cli.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.cli.ExitStatus;
import dev.meridian.cli.UntilStopped;
import dev.meridian.cli.scenario.Scenario;
import dev.meridian.cli.scenario.ScenarioRun;
import dev.meridian.cli.scenario.StoryEnd;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.sandbox.WorldPorts;
import dev.meridian.sandbox.world.ExampleWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything on this machine, or one story of it. */
@Command(
    name = "sandbox",
    description = {
      "Starts PostgreSQL, the workflow engine, a simulated world, a worker and an api on this"
          + " machine,",
      "or with --scenario tells one story headless and ends with its exit status."
    },
    mixinStandardHelpOptions = true)
public final class SandboxCommand implements Callable<Integer> {
  /** Ten minutes of Meridian time in a wall second: a release can be watched, and ends today. */
  private static final int FACTOR = 600;

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
      description = "Meridian seconds in a wall second (default: ${DEFAULT-VALUE})",
      defaultValue = "" + FACTOR)
  private int pace = FACTOR;

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
    return scenario == null ? stay() : tell(Scenario.titled(scenario));
  }

  private int stay() throws InterruptedException {
    Path directory = data == null ? Path.of(".meridian") : data;
    SandboxPlan plan =
        new SandboxPlan(
            directory,
            pace,
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
    Consumer<String> out = output == Output.json ? System.err::println : System.out::println;
    StoryEnd end = ScenarioRun.tell(story, directory, out);
    if (output == Output.json) {
      System.out.println(json(story, end));
    } else {
      System.out.printf(
          "%n%s: %s%n  because %s%n  %.1f s on the wall, %s of Meridian time%n",
          end.status().words().toUpperCase(java.util.Locale.ROOT),
          end.reason(),
          end.decisive(),
          end.wall().toMillis() / 1000.0,
          Durations.words(end.meridian()));
    }
    return end.status().code();
  }

  private static String json(Scenario story, StoryEnd end) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("scenario", story.title());
    tree.put("told", story.told());
    tree.put("status", end.status().words());
    tree.put("exitStatus", end.status().code());
    tree.put("asExpected", end.status() == story.ending());
    tree.put("release", end.release());
    tree.put("reason", end.reason());
    tree.put("decisive", end.decisive());
    tree.put("evidence", end.evidence());
    tree.put("wallSeconds", end.wall().toMillis() / 1000.0);
    tree.put("meridianTime", end.meridian().toString());
    ObjectMapper mapper = MeridianJson.mapper();
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
