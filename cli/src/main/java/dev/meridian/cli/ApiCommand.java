package dev.meridian.cli;

import dev.meridian.api.ApiProcess;
import dev.meridian.cli.configuration.ProcessConfiguration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The api process of a production installation. */
@Command(
    name = "api",
    description =
        "Runs the api against an external PostgreSQL and Temporal; see docs/configuration.md.",
    mixinStandardHelpOptions = true)
final class ApiCommand implements Callable<Integer> {
  @Override
  public Integer call() throws InterruptedException {
    try (ApiProcess api = ApiProcess.start(ProcessConfiguration.api(System.getenv()))) {
      System.out.println("meridian api at " + api.address());
      UntilStopped.await(api::close);
    }
    return ExitStatus.COMPLETED.code();
  }
}
