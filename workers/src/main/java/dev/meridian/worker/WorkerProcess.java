package dev.meridian.worker;

import dev.meridian.ledger.Installation;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.ResumeLock;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.ledger.postgres.LedgerDatabase;
import dev.meridian.worker.resume.Resumer;
import dev.meridian.worker.resume.TemporalOwedRuns;
import dev.meridian.worker.resume.TemporalReleaseRuns;
import dev.meridian.workflow.engine.EngineAddress;
import dev.meridian.workflow.engine.EngineClient;
import io.grpc.StatusRuntimeException;
import io.micronaut.context.ApplicationContext;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running worker: workflows, activities, and the resumer. */
public final class WorkerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ApplicationContext context;
  private final EngineClient engine;
  private final ActivityRooms rooms;
  private final WorkerFactory factory;
  private final Resumer resumer;

  private WorkerProcess(
      ApplicationContext context,
      EngineClient engine,
      ActivityRooms rooms,
      WorkerFactory factory,
      WorkerSettings settings) {
    this.context = context;
    this.engine = engine;
    this.rooms = rooms;
    this.factory = factory;
    this.resumer =
        Resumer.start(
            new Resumer.Ports(
                context.getBean(ResumeLock.class),
                context.getBean(Releases.class),
                new TemporalReleaseRuns(engine.client()),
                new TemporalOwedRuns(engine.client()),
                new Clock(settings.pace())));
  }

  /**
   * Starts and returns when it polls.
   *
   * @throws IllegalStateException when the pace is not 1 and the database is no sandbox's, or when
   *     the engine does not answer
   * @throws RuntimeException when the database does not answer
   */
  public static WorkerProcess start(
      LedgerDatabase database, EngineAddress address, WorkerSettings settings, Slots slots) {
    Map<String, Object> properties = new LinkedHashMap<>(database.properties());
    properties.put("meridian.role", "worker");
    properties.put("micronaut.application.name", "meridian-worker");
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .bootstrapEnvironment(false)
            .properties(properties)
            .build();
    try {
      LedgerDatabase.start(context);
      context.getBean(Installation.class).admit(settings.pace());
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
    EngineClient engine =
        EngineClient.open(
            address,
            "meridian-worker",
            PATIENCE,
            new JacksonJsonPayloadConverter(MeridianJson.mapper()));
    ActivityRooms rooms = ActivityRooms.furnish(context, settings);
    try {
      WorkerFactory factory = Pollers.start(engine.client(), rooms, slots);
      return new WorkerProcess(context, engine, rooms, factory, settings);
    } catch (StatusRuntimeException e) {
      rooms.close();
      engine.close();
      context.close();
      throw new IllegalStateException(
          "the workflow engine at " + address + " does not answer: " + e.getMessage(), e);
    }
  }

  /** Stops taking work, lets short work finish, and leaves long work to the next worker. */
  @Override
  public void close() {
    resumer.close();
    factory.shutdownNow();
    factory.awaitTermination(3, TimeUnit.SECONDS);
    rooms.close();
    engine.close();
    context.close();
  }
}
