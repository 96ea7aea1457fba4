package dev.meridian.region.plan;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.StagingData;
import dev.meridian.region.plan.NeededApproval.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a person should know about a plan before anything moves, most important first.
 *
 * @param stops all of them
 * @param approvals of those that have not begun
 */
record Findings(
    PlanPolicy policy, List<Stop> stops, Approvals approvals, ExpectedDuration expected) {
  List<String> list() {
    List<String> findings = new ArrayList<>();
    needed(Cause.LARGER_THAN_CAP).forEach(findings::add);
    needed(Cause.UNLIKE_ANY_SMALLER).forEach(findings::add);
    missingRoles(findings);
    stagingData(findings);
    findings.addAll(Parity.of(presences(Role.CANARY), presences(Role.PRODUCTION)));
    waiting().filter(Findings::notJudgeable).map(approvals::tooFew).forEach(findings::add);
    waiting().filter(Findings::judgedInPart).map(this::cutShort).forEach(findings::add);
    unstatedTraits(findings);
    if (expected.slowerThanUsual()) {
      findings.add(slow());
    }
    return findings;
  }

  private Stream<String> needed(Cause cause) {
    return approvals.list().stream()
        .filter(approval -> approval.cause() == cause)
        .map(NeededApproval::sentence);
  }

  private Stream<Stop> waiting() {
    return approvals.stops().stream();
  }

  private Stream<Candidate> regions() {
    return stops.stream().map(Stop::candidate);
  }

  private List<Candidate> presences(Role role) {
    return regions().filter(region -> region.presence().role() == role).toList();
  }

  private void missingRoles(List<String> findings) {
    if (presences(Role.STAGING).isEmpty()) {
      findings.add("no staging presence: users are the first to meet the revision");
    }
    if (presences(Role.CANARY).isEmpty()) {
      findings.add("no canary presence: the first users have not agreed to come first");
    }
  }

  private void stagingData(List<String> findings) {
    for (Candidate staging : presences(Role.STAGING)) {
      staging.presence().data().ifPresent(data -> stagingData(staging.code(), data, findings));
    }
    List<String> silent =
        presences(Role.STAGING).stream()
            .filter(staging -> staging.presence().data().isEmpty())
            .map(staging -> staging.code().value())
            .toList();
    if (!silent.isEmpty()) {
      findings.add(
          "staging does not declare its data in "
              + String.join(", ", silent)
              + ": nobody knows how like production it is");
    }
  }

  private static void stagingData(RegionCode code, StagingData data, List<String> findings) {
    if (data.small()) {
      findings.add(
          "staging "
              + code
              + " has "
              + data.size()
              + " of production's data, less than "
              + StagingData.LEAST_SIZE);
    }
    if (data.old()) {
      findings.add(
          "staging "
              + code
              + " has data that is "
              + Durations.say(data.age())
              + " old, more than "
              + Durations.say(StagingData.OLDEST));
    }
  }

  private static boolean notJudgeable(Stop stop) {
    return stop.candidate().presence().role().hasUsers() && !stop.candidate().judgeable();
  }

  private static boolean judgedInPart(Stop stop) {
    return stop.candidate().judgeable() && !stop.bake().cut().isEmpty();
  }

  private String cutShort(Stop stop) {
    return stop.candidate().code()
        + " should bake longer than the ceiling of "
        + Durations.say(policy.bakeCeiling())
        + ": "
        + stop.bake().cut().getFirst();
  }

  private void unstatedTraits(List<String> findings) {
    for (String name : new TreeSet<>(policy.covers())) {
      List<String> silent =
          regions()
              .filter(region -> region.region().trait(name).isEmpty())
              .map(Candidate::code)
              .map(RegionCode::toString)
              .toList();
      if (!silent.isEmpty()) {
        findings.add(
            "trait " + name + " counts as risk, but is not stated by " + String.join(", ", silent));
      }
    }
  }

  private String slow() {
    return "it takes about "
        + Durations.say(expected.likely())
        + ", and a release usually comes every "
        + expected.usualInterval().map(Durations::say).orElse("")
        + ": while it is active no other can start";
  }
}
