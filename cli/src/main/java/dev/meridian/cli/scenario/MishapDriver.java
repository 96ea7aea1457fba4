package dev.meridian.cli.scenario;

import dev.meridian.cli.rest.ReleaseEvents.Happened;
import dev.meridian.pace.Pace;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.sandbox.world.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Lets a mishap happen at its moment, and end at its time, through the world's own switchboard. */
final class MishapDriver implements Fate {
  private final Mishap mishap;
  private final FaultSwitchboard world;
  private final Pace pace;
  private final List<String> active = new ArrayList<>();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private Optional<RegionCode> target = Optional.empty();
  private boolean struck;
  private Optional<ScheduledFuture<?>> lifting = Optional.empty();

  MishapDriver(Mishap mishap, FaultSwitchboard world, Pace pace) {
    this.mishap = mishap;
    this.world = world;
    this.pace = pace;
  }

  @Override
  public Optional<String> heard(Happened happened) {
    if (happened.event() instanceof ReleaseEvent.ReleaseStarted started) {
      target = Optional.of(chosen(started));
    }
    if (!struck && is(mishap.moment(), happened.event())) {
      struck = true;
      return Optional.of(strike());
    }
    Optional<Mishap.Lift> due =
        mishap
            .lift()
            .filter(lift -> struck && lifting.isEmpty() && is(lift.after(), happened.event()));
    due.ifPresent(lift -> lifting = Optional.of(liftAfter(lift.delay())));
    return due.map(lift -> "the world: mends in " + lift.delay().toMinutes() + " minutes");
  }

  private ScheduledFuture<?> liftAfter(Duration meridian) {
    return later.schedule(this::lift, pace.toWall(meridian).toMillis(), TimeUnit.MILLISECONDS);
  }

  private RegionCode chosen(ReleaseEvent.ReleaseStarted started) {
    Role role = mishap.target() == Mishap.Target.EVERYWHERE ? Role.CANARY : Role.PRODUCTION;
    return started.schedule().stream()
        .filter(planned -> planned.role() == role)
        .map(PlannedRegion::region)
        .findFirst()
        .orElseThrow();
  }

  private boolean is(Mishap.Moment moment, ReleaseEvent event) {
    return switch (moment) {
      case STARTING -> event instanceof RegionEvent.RegionStarted e && there(e);
      case BAKING -> event instanceof RegionEvent.BakeStarted e && there(e);
      case HELD ->
          there(event)
              && (event instanceof RegionEvent.StepFailed
                  || event instanceof RegionEvent.RegionHeld);
      case RECOVERING -> event instanceof ReleaseEvent.RecoveryStarted;
    };
  }

  private boolean there(ReleaseEvent event) {
    return event instanceof RegionEvent e && target.filter(e.region()::equals).isPresent();
  }

  private String strike() {
    Optional<RegionCode> where =
        mishap.target() == Mishap.Target.EVERYWHERE ? Optional.empty() : target;
    for (Fault.Kind kind : mishap.faults()) {
      active.add(world.begin(kind, where));
    }
    return "the world: "
        + mishap.faults().stream().map(Fault.Kind::spelled).collect(Collectors.joining(" and "))
        + " in "
        + where.map(RegionCode::value).orElse("all regions");
  }

  private void lift() {
    active.forEach(world::end);
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
