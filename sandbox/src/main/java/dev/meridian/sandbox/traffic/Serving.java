package dev.meridian.sandbox.traffic;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.Faults;
import dev.meridian.sandbox.world.RunningPods;
import dev.meridian.sandbox.world.RunningPods.Running;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * What stands in a region to serve and to be measured.
 *
 * @param running what users reach: nothing while the service is down
 * @param silent whether nothing is scraped
 * @param storm whether bad weather makes requests fail
 */
record Serving(List<Running> running, boolean silent, boolean storm) {
  Serving {
    running = List.copyOf(running);
  }

  /** Ready pods of all revisions. */
  int ready() {
    return running.stream().mapToInt(Running::ready).sum();
  }

  /** Ready pods under one revision label. */
  int ready(String label) {
    int ready = 0;
    for (Running each : running) {
      if (each.label().equals(label)) {
        ready += each.ready();
      }
    }
    return ready;
  }

  /** A region's past and present, from its pods and its faults. */
  record Source(RegionCode region, RunningPods pods, Faults faults)
      implements Followed.Source<Serving> {
    @Override
    public List<Instant> changes(Instant from, Instant to) {
      TreeSet<Instant> changes = new TreeSet<>(pods.changes(region, from.minusMillis(1), to));
      for (Fault fault : faults.all()) {
        if (fault.region().map(region::equals).orElse(true) && matters(fault.kind())) {
          changes.add(fault.from());
          fault.until().ifPresent(changes::add);
        }
      }
      return changes.stream().filter(at -> !at.isBefore(from) && !at.isAfter(to)).toList();
    }

    @Override
    public Serving at(Instant when) {
      boolean down = faults.active(Fault.Kind.SERVICE_DOWN, region, when);
      return new Serving(
          down ? List.of() : pods.at(region, when),
          faults.active(Fault.Kind.METRICS_SILENT, region, when),
          faults.active(Fault.Kind.STORM, region, when));
    }

    private static boolean matters(Fault.Kind kind) {
      return switch (kind) {
        case SERVICE_DOWN, METRICS_SILENT, STORM -> true;
        case CLUSTER_AWAY, CLUSTER_THROTTLED, DNS_THROTTLED, REGISTRY_AWAY -> false;
        case METRICS_AWAY, METRICS_CLOCK_AHEAD -> false;
      };
    }
  }
}
