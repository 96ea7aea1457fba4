package dev.meridian.cli;

import dev.meridian.cli.configuration.ProcessConfiguration;
import dev.meridian.worker.WorkerProcess;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The worker process of a production installation. */
@Command(
    name = "worker",
    description =
        "Runs the worker against an external PostgreSQL and Temporal; see docs/configuration.md.",
    mixinStandardHelpOptions = true)
final class WorkerCommand implements Callable<Integer> {
  @Override
  public Integer call() throws InterruptedException {
    ProcessConfiguration.Worker told = ProcessConfiguration.worker(System.getenv());
    try (WorkerProcess worker =
        WorkerProcess.start(told.database(), told.engine(), told.settings(), told.slots())) {
      System.out.println("meridian worker polls " + told.engine());
      UntilStopped.await(worker::close);
    }
    return ExitStatus.COMPLETED.code();
  }
}
