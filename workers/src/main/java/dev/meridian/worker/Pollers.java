package dev.meridian.worker;

import dev.meridian.workflow.OwedRegionWorkflowImpl;
import dev.meridian.workflow.RegionRolloutWorkflowImpl;
import dev.meridian.workflow.ReleaseWorkflowImpl;
import dev.meridian.workflow.TaskQueues;
import dev.meridian.workflow.inquiry.DaysWorkflowImpl;
import dev.meridian.workflow.inquiry.InquiryWorkflowImpl;
import dev.meridian.workflow.inquiry.ReplayWorkflowImpl;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;

/**
 * One Temporal worker per task queue, each with slots and pollers of its own, on virtual threads.
 */
final class Pollers {
  /** A step that was given up is told within half a second. */
  private static final Duration HEARTBEAT_THROTTLE = Duration.ofMillis(500);

  private Pollers() {}

  static WorkerFactory start(WorkflowClient client, ActivityRooms rooms, Slots slots) {
    WorkerFactory factory =
        WorkerFactory.newInstance(
            client, WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build());
    Worker release = factory.newWorker(TaskQueues.RELEASE, decisions(slots));
    release.registerWorkflowImplementationTypes(
        ReleaseWorkflowImpl.class,
        RegionRolloutWorkflowImpl.class,
        OwedRegionWorkflowImpl.class,
        InquiryWorkflowImpl.class,
        DaysWorkflowImpl.class,
        ReplayWorkflowImpl.class);
    release.registerActivitiesImplementations(rooms.ledger());
    Worker act = factory.newWorker(TaskQueues.ACT, effects(slots.act()));
    act.registerActivitiesImplementations(rooms.shortEffects());
    factory
        .newWorker(TaskQueues.BAKE, effects(slots.bake()))
        .registerActivitiesImplementations(rooms.longLooks());
    factory
        .newWorker(TaskQueues.RECOVER, effects(slots.recover()))
        .registerActivitiesImplementations(rooms.recovery());
    factory.start();
    return factory;
  }

  private static WorkerOptions decisions(Slots slots) {
    return WorkerOptions.newBuilder()
        .setMaxConcurrentWorkflowTaskExecutionSize(slots.workflowTasks())
        .setStickyQueueScheduleToStartTimeout(slots.sticky())
        .setUsingVirtualThreads(true)
        .build();
  }

  private static WorkerOptions effects(int slots) {
    return WorkerOptions.newBuilder()
        .setMaxConcurrentActivityExecutionSize(slots)
        .setMaxHeartbeatThrottleInterval(HEARTBEAT_THROTTLE)
        .setUsingVirtualThreads(true)
        .build();
  }
}
