package dev.meridian.worker.traffic;

import dev.meridian.activity.TrafficActivities;
import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.Clock;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.RegionLedger;
import dev.meridian.worker.WorkerSettings;
import dev.meridian.worker.frozen.FrozenRollouts;
import java.util.function.Supplier;
import software.amazon.awssdk.services.route53.Route53Client;

/** DNS weights through Route 53. One of these per process: it holds the process' rate budget. */
public final class Route53TrafficActivities implements TrafficActivities, AutoCloseable {
  private static final double REQUESTS_PER_SECOND = 5;

  private final Ports ports;
  private final Evacuating evacuating;
  private final Returning returning;

  /**
   * What this room needs from the others.
   *
   * @param pulses begins a pulse for each execution
   */
  record Ports(
      FrozenRollouts rollouts,
      ReleaseLedger ledger,
      Artifacts artifacts,
      Clock clock,
      Route53Client client,
      RequestRate rates,
      RequestBudget budget,
      Supplier<Pulse> pulses) {}

  /** Against the Route 53 and the metrics endpoints of the settings. */
  public Route53TrafficActivities(
      FrozenRollouts rollouts,
      ReleaseLedger ledger,
      Artifacts artifacts,
      WorkerSettings settings,
      Clock clock) {
    this(
        new Ports(
            rollouts,
            ledger,
            artifacts,
            clock,
            Route53Clients.of(settings),
            new PrometheusRequestRate(settings),
            new RequestBudget(REQUESTS_PER_SECOND, System::nanoTime),
            Pulse::ofActivity));
  }

  Route53TrafficActivities(Ports ports) {
    this.ports = ports;
    RegionLedger ledger = new RegionLedger(ports.ledger(), ports.clock());
    ZoneLocks locks = new ZoneLocks();
    this.evacuating =
        new Evacuating(ports.ledger(), ledger, ports.artifacts(), locks, ports.rates());
    this.returning = new Returning(ports.ledger(), ledger, ports.artifacts(), locks, ports.rates());
  }

  @Override
  public RegionEvent evacuate(RegionAttempt rollout, String reason) {
    return ActivityFailures.guard(() -> {
      try (Pulse pulse = ports.pulses().get()) {
        return evacuating.run(place(rollout, RequestBudget.Use.EVACUATION, pulse), reason);
      }
    });
  }

  @Override
  public RegionEvent.Returned bringBack(RegionAttempt rollout, String reason) {
    return ActivityFailures.guard(() -> {
      try (Pulse pulse = ports.pulses().get()) {
        return returning.run(place(rollout, RequestBudget.Use.OTHER, pulse), reason);
      }
    });
  }

  private Place place(RegionAttempt rollout, RequestBudget.Use use, Pulse pulse) {
    return new Place(
        ports.rollouts().of(rollout),
        new HostedZone(ports.client(), ports.budget(), use, pulse),
        ports.clock(),
        pulse);
  }

  @Override
  public void close() {
    ports.client().close();
  }
}
