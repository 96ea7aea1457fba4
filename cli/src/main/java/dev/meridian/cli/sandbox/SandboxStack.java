package dev.meridian.cli.sandbox;

import dev.meridian.api.ApiProcess;
import dev.meridian.api.ApiSettings;
import dev.meridian.cli.rest.RestClient;
import dev.meridian.ledger.Installation;
import dev.meridian.ledger.postgres.LedgerDatabase;
import dev.meridian.pace.Pace;
import dev.meridian.sandbox.RunningWorld;
import dev.meridian.sandbox.WorldSettings;
import dev.meridian.sandbox.engine.SandboxEngine;
import dev.meridian.sandbox.postgres.SandboxDatabase;
import dev.meridian.sandbox.world.WorldTime;
import dev.meridian.worker.HostAliases;
import dev.meridian.worker.Slots;
import dev.meridian.worker.WorkerProcess;
import dev.meridian.worker.WorkerSettings;
import dev.meridian.worker.WorkerSettings.MetricsAddress;
import dev.meridian.workflow.engine.EngineAddress;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything on this machine, running. Closed in the opposite order of its start. */
public final class SandboxStack implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxStack.class);

  /** Which hook may be believed is the sandbox's own business: both ends are ours. */
  private static final String CHECK_SECRET_NAME = "checks";

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Pace pace;
  private final RunningWorld world;
  private final RestClient api;
  private final String token;
  private boolean closed;

  private SandboxStack(SandboxPlan plan) {
    try {
      Path directory = Files.createDirectories(plan.directory());
      Path worldDirectory = Files.createDirectories(directory.resolve("world"));
      CompletableFuture<SandboxDatabase> postgres =
          begun(() -> SandboxDatabase.start(directory.resolve("postgres"), plan.programs()));
      CompletableFuture<SandboxEngine> engine = begun(SandboxEngine::start);
      this.pace = WorldTime.resume(worldDirectory, plan.factor(), plan.begins());
      this.world =
          opened(
              RunningWorld.start(
                  plan.spec(), new WorldSettings(worldDirectory, pace, plan.worldPorts())));
      EngineAddress engineAddress = EngineAddress.local(opened(engine.join()).target());
      LedgerDatabase database = LedgerDatabase.parse(opened(postgres.join()).url());
      markSandbox(database, directory.resolve("marked"));
      this.token = AdminTokenFile.of(directory);
      opened(WorkerProcess.start(database, engineAddress, workerSettings(), Slots.USUAL));
      ApiProcess process =
          opened(
              ApiProcess.start(
                  new ApiSettings(plan.apiPort(), token, database, engineAddress, pace)));
      this.api = new RestClient(process.address(), token);
    } catch (IOException e) {
      close();
      throw new UncheckedIOException("the sandbox cannot be kept in " + plan.directory(), e);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** Starts, or continues what the directory remembers. */
  public static SandboxStack start(SandboxPlan plan) {
    return new SandboxStack(plan);
  }

  public RestClient api() {
    return api;
  }

  public String token() {
    return token;
  }

  public RunningWorld world() {
    return world;
  }

  public Pace pace() {
    return pace;
  }

  private WorkerSettings workerSettings() {
    TreeMap<String, MetricsAddress> metrics = new TreeMap<>();
    metrics.put(
        "global",
        new MetricsAddress(world.addresses().prometheus(), Optional.empty(), Optional.empty()));
    TreeMap<String, String> secrets = new TreeMap<>();
    secrets.put(CHECK_SECRET_NAME, RunningWorld.CHECK_SECRET);
    return new WorkerSettings(
        world.addresses().kubeconfig(),
        metrics,
        Optional.of(world.addresses().route53()),
        secrets,
        Optional.of(world.addresses().pager()),
        new HostAliases(world.addresses().hostAliases()),
        pace);
  }

  /** Only a database that is marked as a sandbox's may be used at a pace of its own. */
  private void markSandbox(LedgerDatabase database, Path done) throws IOException {
    if (Files.exists(done)) {
      return;
    }
    try (ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .bootstrapEnvironment(false)
            .properties(database.properties())
            .start()) {
      context.getBean(Installation.class).markSandbox(world.clock().now());
    }
    Files.createFile(done);
  }

  private static <T> CompletableFuture<T> begun(Supplier<T> start) {
    return CompletableFuture.supplyAsync(
        start, task -> Thread.ofVirtual().name("sandbox-start").start(task));
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{} did not close", part.getClass().getSimpleName(), e);
      }
    }
  }
}
