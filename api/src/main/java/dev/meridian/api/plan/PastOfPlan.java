package dev.meridian.api.plan;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.replay.DayBefore;
import dev.meridian.gate.sight.Baseline;
import dev.meridian.gate.sight.Baselines;
import dev.meridian.region.RegionCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the gates of a plan did on the day before it.
 *
 * @param days of every ratio gate in every region with users; empty when nobody could be asked
 * @param findings what a person should know of it
 */
public record PastOfPlan(List<DayBefore> days, List<String> findings) {
  public PastOfPlan {
    days = List.copyOf(days);
    findings = List.copyOf(findings);
  }

  /** The same with more that a person should know. */
  PastOfPlan noting(List<String> more) {
    return new PastOfPlan(days, Stream.concat(findings.stream(), more.stream()).toList());
  }

  /** How regions usually do; assumed where they were not seen for a day. */
  Baselines baselines() {
    return (gate, region, control) ->
        days.stream()
            .filter(day -> isOf(day, gate, region))
            .flatMap(day -> day.usual().stream())
            .findFirst()
            .orElseGet(() -> assumed(gate, region, control));
  }

  private static boolean isOf(DayBefore day, GateSpec gate, RegionCode region) {
    return day.gate().equals(gate.name()) && day.region().equals(region);
  }

  private static Baseline assumed(
      GateSpec.Ratio gate, RegionCode region, List<RegionCode> control) {
    return Baselines.assumed().of(gate, region, control);
  }
}
