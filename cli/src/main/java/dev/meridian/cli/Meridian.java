package dev.meridian.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code meridian} command. */
@Command(
    name = "meridian",
    description =
        "Brings one revision of a service to every region of the world, a wave at a time.",
    mixinStandardHelpOptions = true,
    versionProvider = BuiltVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Measured and proven on a class path of their own, see bench/README.md:",
      "  meridian bench NAME, meridian simulate"
    },
    subcommands = {SandboxCommand.class, ApiCommand.class, WorkerCommand.class})
public final class Meridian {
  private Meridian() {}

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Meridian())
            .setExitCodeExceptionMapper(Meridian::status)
            .setExecutionExceptionHandler(Meridian::said)
            .execute(arguments));
  }

  /** A command line that cannot be understood is bad usage; everything else has failed. */
  private static int status(Throwable failure) {
    return failure instanceof CommandLine.ParameterException
        ? ExitStatus.BAD_USAGE.code()
        : ExitStatus.FAILED.code();
  }

  /** What went wrong in one sentence; the trace is for those who ask for it. */
  private static int said(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println("meridian: " + failure.getMessage());
    if (Boolean.getBoolean("meridian.trace")) {
      failure.printStackTrace(command.getErr());
    }
    return failure instanceof IllegalArgumentException
        ? ExitStatus.BAD_USAGE.code()
        : ExitStatus.FAILED.code();
  }
}
