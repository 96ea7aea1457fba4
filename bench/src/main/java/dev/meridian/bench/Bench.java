package dev.meridian.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code meridian bench} command: one subcommand for each published figure. */
@Command(
    name = "meridian bench",
    description = "Measures what Meridian says of itself, on one page.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "NAME",
    subcommands = {
      PlanCommand.class,
      VerdictsCommand.class,
      MissingDataCommand.class,
      DecideCommand.class,
      HarmCommand.class,
      SeededBugsCommand.class
    })
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) {
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.exit(
        new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }
}
