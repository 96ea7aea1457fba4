package dev.meridian.cli.sealed;

import dev.meridian.cli.rest.ReleaseEvents.Happened;
import dev.meridian.cli.scenario.Fate;
import dev.meridian.cli.scenario.FaultSwitchboard;
import dev.meridian.cli.sealed.Contents.Storm;
import dev.meridian.pace.Pace;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.sandbox.world.Fault;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets storms come at their time after the release has started, and says nothing about it. */
final class Weather implements Fate {
  private final List<Storm> storms;
  private final FaultSwitchboard world;
  private final Pace pace;
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

  Weather(List<Storm> storms, FaultSwitchboard world, Pace pace) {
    this.storms = List.copyOf(storms);
    this.world = world;
    this.pace = pace;
  }

  @Override
  public Optional<String> heard(Happened happened) {
    if (happened.event() instanceof ReleaseEvent.ReleaseStarted) {
      for (Storm storm : storms) {
        var _ =
            later.schedule(
                () -> world.begin(Fault.Kind.STORM, storm.lasting()),
                pace.toWall(storm.after()).toMillis(),
                TimeUnit.MILLISECONDS);
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
