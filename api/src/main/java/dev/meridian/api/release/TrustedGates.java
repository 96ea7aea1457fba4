package dev.meridian.api.release;

import dev.meridian.api.plan.DaysBefore;
import dev.meridian.api.plan.PlannedRelease;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.api.problem.ProblemType;
import dev.meridian.document.Problem;
import dev.meridian.gate.replay.DayBefore;
import dev.meridian.gate.replay.HealthyDays;
import dev.meridian.service.ServiceSpec;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the gates of a service may judge a release. */
@Singleton
final class TrustedGates {
  private final DaysBefore days;

  TrustedGates(DaysBefore days) {
    this.days = days;
  }

  /**
   * When the metrics cannot be asked nothing speaks against a gate: the release may be the cure of
   * what keeps them away, and its bakes hold until they are back.
   *
   * @throws ProblemException when a gate would have stopped healthy bakes and is not overridden, or
   *     an override names no gate
   */
  void check(PlannedRelease planned, StartOrder order) {
    ServiceSpec service = planned.service().content();
    List<Problem> unknown = order.problems(service);
    if (!unknown.isEmpty()) {
      throw ProblemException.invalidRequest(unknown);
    }
    List<DayBefore> against =
        HealthyDays.against(days.of(planned).days(), service.gates(), order.overrideGates());
    if (!against.isEmpty()) {
      throw ProblemException.of(
          ProblemType.GATE_STOPS_HEALTHY_DAYS,
          "Nothing was started: on the day before, when every region ran the incumbent, gates would"
              + " have stopped bakes, and would stop this release whatever it brings.",
          problems(against));
    }
  }

  private static List<Problem> problems(List<DayBefore> against) {
    Map<String, List<DayBefore>> byGate = new LinkedHashMap<>();
    against.forEach(day -> byGate.computeIfAbsent(day.gate(), _ -> new ArrayList<>()).add(day));
    return byGate.entrySet().stream().map(each -> problem(each.getKey(), each.getValue())).toList();
  }

  private static Problem problem(String gate, List<DayBefore> days) {
    String elsewhere = days.size() == 1 ? "" : "; and in " + (days.size() - 1) + " regions more";
    return new Problem(
        "/overrideGates",
        gate,
        days.getFirst().sentence() + elsewhere,
        "Raise its ceiling, let it observe only (critical: false), report what was wrong that day"
            + " (POST /api/v1/changes, or an incident), or name it in overrideGates.");
  }
}
