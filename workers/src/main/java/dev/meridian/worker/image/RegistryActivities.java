package dev.meridian.worker.image;

import dev.meridian.activity.ImageActivities;
import dev.meridian.failure.FailureCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent.ImagePresent;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.RegionLedger;
import dev.meridian.worker.frozen.FrozenRollout;
import dev.meridian.worker.frozen.FrozenRollouts;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Awaits images in the registries of regions. */
public final class RegistryActivities implements ImageActivities {
  /** Time for geo-replication, in Meridian time. */
  private static final Duration REPLICATION = Duration.ofMinutes(15);

  private static final Duration LEAST = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofMillis(500);

  private final FrozenRollouts rollouts;
  private final RegionLedger ledger;
  private final Registry registry;
  private final Supplier<Pulse> pulses;

  public RegistryActivities(FrozenRollouts rollouts, RegionLedger ledger, Registry registry) {
    this(rollouts, ledger, registry, Pulse::ofActivity);
  }

  /**
   * @param pulses begins a pulse for each execution
   */
  public RegistryActivities(
      FrozenRollouts rollouts, RegionLedger ledger, Registry registry, Supplier<Pulse> pulses) {
    this.rollouts = rollouts;
    this.ledger = ledger;
    this.registry = registry;
    this.pulses = pulses;
  }

  @Override
  public ImagePresent awaitImage(RegionAttempt rollout) {
    try (Pulse pulse = pulses.get()) {
      return ActivityFailures.guard(() -> await(rollouts.of(rollout), pulse));
    }
  }

  private ImagePresent await(FrozenRollout frozen, Pulse pulse) throws InterruptedException {
    RegionAttempt rollout = frozen.rollout();
    String key = rollout.key("image-present");
    Optional<ImagePresent> first = ledger.find(key, ImagePresent.class);
    if (first.isPresent()) {
      return first.get();
    }
    String image = frozen.revision().image().in(frozen.region().registry());
    Duration replication = ledger.clock().pace().toWall(REPLICATION);
    long most = Math.max(replication.toNanos(), LEAST.toNanos());
    long deadline = System.nanoTime() + most;
    while (true) {
      ImageLook look = registry.look(image);
      if (look instanceof ImageLook.Served) {
        return ledger
            .record(
                rollout,
                key,
                new ImagePresent(rollout.region(), rollout.attempt(), frozen.revision().image()))
            .event();
      }
      if (System.nanoTime() > deadline) {
        throw givenUp(rollout, look);
      }
      pulse.sleep(LOOK);
    }
  }

  private static RuntimeException givenUp(RegionAttempt rollout, ImageLook look) {
    return switch (look) {
      case ImageLook.Served _ -> new IllegalStateException("served");
      case ImageLook.Missing(String sentence) ->
          ActivityFailures.of(FailureCode.IMAGE_MISSING, rollout.region() + ": " + sentence);
      case ImageLook.Unreachable(String sentence) ->
          ActivityFailures.of(FailureCode.REGISTRY_UNREACHABLE, rollout.region() + ": " + sentence);
    };
  }
}
