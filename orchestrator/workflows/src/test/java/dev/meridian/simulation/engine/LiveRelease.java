package dev.meridian.simulation.engine;

import dev.meridian.region.RegionCode;
import dev.meridian.release.CommandKind;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.simulation.OpenWorld;
import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One release in one simulated world, run by the real workflows. Its own thread lets the world's
 * time pass while activities wait for it, and brings to the engine what people and fate do.
 */
final class LiveRelease implements OpenWorld.Subjected {
  /** A workflow decides in milliseconds: when nobody asks for so long, time goes on without it. */
  private static final long THINKING_MILLIS = 40;

  /** So often without news, and with nothing left to happen: it stands still. */
  private static final int MOST_IDLE = 500;

  private final ReleaseId id;
  private final OpenWorld world;
  private final Engine engine;
  private final SplittableRandom faults;
  private final LinkedBlockingQueue<Runnable> toDo = new LinkedBlockingQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private int commands;

  /** Something that begins in the world, and ends there. */
  interface Asked {
    void begin(OpenWorld world, Consumer<RegionEvent> then);
  }

  /**
   * What became of it.
   *
   * @param outcome empty when it waits for a person
   * @param violation the first law that was broken
   */
  record Result(Optional<ReleaseOutcome> outcome, Optional<String> violation) {}

  LiveRelease(long seed, Engine engine) {
    this.id = new ReleaseId(new UUID(0, seed));
    this.world = OpenWorld.of(seed);
    this.engine = engine;
    this.faults = new SplittableRandom(seed);
  }

  ReleaseId id() {
    return id;
  }

  OpenWorld world() {
    return world;
  }

  /** Runs it to its end, or to where it waits for a person who has had enough. */
  Result run() throws InterruptedException {
    world.threatens(this);
    engine.start(id, 1);
    int idle = 0;
    while (world.broken().isEmpty() && world.state().outcome().isEmpty() && idle < MOST_IDLE) {
      boolean asked = waiting.get() > 0 && idle == 0;
      Runnable next = toDo.poll(asked ? 0 : THINKING_MILLIS, TimeUnit.MILLISECONDS);
      if (next != null) {
        next.run();
        idle = 0;
      } else if (world.step()) {
        idle = 0;
      } else if (idle > 0 && waiting.get() == 0 && world.state().paused().isPresent()) {
        if (!world.answered(this)) {
          break;
        }
      } else {
        idle++;
      }
    }
    return ended();
  }

  /** What was lost on its way may still arrive; then the workflow must have ended as well. */
  private Result ended() {
    boolean over = world.state().outcome().isPresent();
    while (world.step()) {
      toDo.clear();
    }
    boolean closed = !over || world.broken().isPresent() || engine.ended(id);
    engine.kill(id);
    world.stands();
    Optional<String> violation =
        world.broken().or(() -> closed ? Optional.empty() : Optional.of("L1: it does not end"));
    return new Result(world.state().outcome(), violation.map(law -> law + "\n" + world.story()));
  }

  @Override
  public void ordered(CommandKind kind, Optional<RegionCode> region) {
    UUID command = new UUID(id.value().getLeastSignificantBits(), commands++);
    toDo.add(() -> engine.command(id, command, kind, region));
  }

  @Override
  public void killed() {
    toDo.add(() -> {
      if (world.state().outcome().isEmpty()) {
        engine.startAgain(id, world.raiseEpoch());
      }
    });
  }

  /** One execution of an activity, with what goes wrong with it. */
  RegionEvent performed(int epoch, Asked asked) {
    Fault fault = fault();
    if (fault == Fault.BEFORE) {
      throw injected(fault);
    }
    CompletableFuture<RegionEvent> end = new CompletableFuture<>();
    Consumer<RegionEvent> then =
        event -> {
          if (end.complete(event)) {
            waiting.decrementAndGet();
          }
        };
    waiting.incrementAndGet();
    try {
      asked.begin(world, then);
      if (fault == Fault.TWICE) {
        asked.begin(world, then);
      }
      toDo.add(() -> {});
      if (fault == Fault.LOST) {
        throw injected(fault);
      }
      RegionEvent event = awaited(epoch, end);
      if (fault == Fault.AFTER) {
        throw injected(fault);
      }
      return event;
    } finally {
      if (end.cancel(false)) {
        waiting.decrementAndGet();
      }
    }
  }

  /** Time passes without it. */
  RegionEvent watched(int epoch, Asked asked) {
    CompletableFuture<RegionEvent> end = new CompletableFuture<>();
    asked.begin(world, end::complete);
    return awaited(epoch, end);
  }

  private synchronized Fault fault() {
    return Fault.draw(faults);
  }

  private static ApplicationFailure injected(Fault fault) {
    return ApplicationFailure.newFailure("injected: " + fault, "INJECTED");
  }

  /** As a real activity: it learns from its heartbeat that nobody waits for it any more. */
  private RegionEvent awaited(int epoch, CompletableFuture<RegionEvent> end) {
    while (true) {
      world.open(epoch);
      try {
        return end.get(THINKING_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        Activity.getExecutionContext().heartbeat("waiting");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
