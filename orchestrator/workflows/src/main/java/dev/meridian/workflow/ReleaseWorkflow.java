package dev.meridian.workflow;

import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** One release: its waves, the commands on it, its recovery. Workflow id {@code release/{id}}. */
@WorkflowInterface
public interface ReleaseWorkflow {
  @WorkflowMethod
  void run(ReleaseInput input);

  /** Accepts a command; its effect is seen in the ledger. */
  @UpdateMethod
  void command(CommandOrder order);

  /**
   * Refuses for real: an {@code ApplicationFailure} of type {@link #REFUSED} whose message names
   * the state and what applies to it.
   */
  @UpdateValidatorMethod(updateName = "command")
  void validateCommand(CommandOrder order);

  /** Failure type of a refused command. */
  String REFUSED = "COMMAND_REFUSED";
}
