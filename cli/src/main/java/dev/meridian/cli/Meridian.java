package dev.meridian.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code meridian} command. */
@Command(
    name = "meridian",
    description =
        "Brings one revision of a service to every region of the world, a wave at a time.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SandboxCommand.class, ApiCommand.class, WorkerCommand.class})
public final class Meridian {
  private Meridian() {}

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Meridian())
            .setExitCodeExceptionMapper(_ -> ExitStatus.FAILED.code())
            .setExecutionExceptionHandler(Meridian::said)
            .execute(arguments));
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
