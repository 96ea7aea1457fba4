package dev.meridian.sandbox.traffic;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.fault.JournaledFaults;
import dev.meridian.sandbox.world.InMemoryJournal;
import dev.meridian.sandbox.world.ManualClock;
import dev.meridian.sandbox.world.RunningPods.Running;
import dev.meridian.sandbox.world.WorldSpec;
import dev.meridian.sandbox.world.WorldSpec.WorldRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the same world, with the same weather, would have seen of a revision under another plan.
 *
 * @param image {@code repository@digest} of the contender
 * @param exposed when each region would have run it, all pods at once; others keep the incumbent
 * @param until when every region would have been rolled back
 */
public record OtherRollout(
    WorldSpec spec, String image, SortedMap<RegionCode, Instant> exposed, Instant until) {
  private static final int PODS = 4;
  private static final String OLD = "old";
  private static final String NEW = "new";

  public OtherRollout {
    exposed = Collections.unmodifiableSortedMap(new TreeMap<>(exposed));
  }

  /** Users harmed: requests that would have failed or been slow for the contender's sake. */
  public long harmed() {
    return metrics().harmed(spec.begins(), until);
  }

  /**
   * The same plan under somebody's eyes: at the first alarm nothing more is exposed, and everything
   * is taken back at once.
   *
   * @param takingBack from the alarm until no region runs the contender
   */
  public OtherRollout watched(CeilingAlarm alarm, Duration takingBack) {
    TrafficMetrics metrics = metrics();
    Instant raised = Instant.MAX;
    for (RegionCode region : exposed.keySet()) {
      CeilingAlarm.Window window = new CeilingAlarm.Window(exposed.get(region), until);
      Instant here = alarm.raised(metrics, region, NEW, window);
      raised = here.isBefore(raised) ? here : raised;
    }
    return raised.isAfter(until.minus(takingBack)) ? this : stopped(raised, takingBack);
  }

  private OtherRollout stopped(Instant raised, Duration takingBack) {
    TreeMap<RegionCode, Instant> before = new TreeMap<>(exposed);
    before.values().removeIf(raised::isBefore);
    return new OtherRollout(spec, image, before, raised.plus(takingBack));
  }

  private TrafficMetrics metrics() {
    ManualClock clock = new ManualClock(until);
    InMemoryJournal journal = new InMemoryJournal(clock);
    TrafficMetrics.Causes causes =
        new TrafficMetrics.Causes(
            pods(), new UnchangedWeights(spec), new JournaledFaults(journal), journal);
    return new TrafficMetrics(spec, causes, clock);
  }

  private PlannedPods pods() {
    PlannedPods pods = new PlannedPods();
    for (WorldRegion region : spec.regions()) {
      pods.from(region.code(), spec.begins(), running(spec.incumbent(), OLD, spec.begins()));
    }
    exposed.forEach((region, at) -> pods.from(region, at, running(image, NEW, at)));
    return pods;
  }

  private static List<Running> running(String image, String label, Instant since) {
    return List.of(new Running(image, label, PODS, since));
  }
}
