package dev.meridian.region.plan;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a person should know about a plan before anything moves, most important first. */
record Findings(PlanPolicy policy, List<Stop> stops) {
  List<String> list() {
    List<String> findings = new ArrayList<>();
    regions().filter(this::largerThanCap).map(this::tooLarge).forEach(findings::add);
    stops.stream().filter(this::unlikeAnySmaller).map(this::unprepared).forEach(findings::add);
    missingRoles(findings);
    regions().filter(this::notJudgeable).map(this::tooSmall).forEach(findings::add);
    stops.stream().filter(this::judgedInPart).map(this::cutShort).forEach(findings::add);
    unstatedTraits(findings);
    return findings;
  }

  private Stream<Candidate> regions() {
    return stops.stream().map(Stop::candidate);
  }

  private boolean largerThanCap(Candidate region) {
    return region.traffic().compareTo(policy.blastRadius()) > 0;
  }

  private String tooLarge(Candidate region) {
    return region.code()
        + " has "
        + region.traffic()
        + " of traffic, more than the blast radius of "
        + policy.blastRadius()
        + ": it goes alone; move its users over in steps, or approve it by name";
  }

  private boolean unlikeAnySmaller(Stop stop) {
    return stop.part() == WaveGroup.HIGH_TRAFFIC
        && stop.nearestLow()
            .filter(near -> near.similarity().compareTo(policy.similarityFloor()) >= 0)
            .isEmpty();
  }

  private String unprepared(Stop stop) {
    String nearest =
        stop.nearestLow()
            .map(near ->
                near.earlier().code()
                    + " comes nearest with "
                    + near.similarity()
                    + ", and "
                    + policy.similarityFloor()
                    + " is asked")
            .orElse("none has a trait in common with it");
    return stop.candidate().code()
        + " has high traffic ("
        + stop.candidate().traffic()
        + ") and no low-traffic region before it is similar enough: "
        + nearest
        + "; it needs an approval";
  }

  private void missingRoles(List<String> findings) {
    if (regions().noneMatch(region -> region.presence().role() == Role.STAGING)) {
      findings.add("no staging presence: users are the first to meet the revision");
    }
    if (regions().noneMatch(region -> region.presence().role() == Role.CANARY)) {
      findings.add("no canary presence: the first users have not agreed to come first");
    }
  }

  private boolean notJudgeable(Candidate region) {
    return region.presence().role().hasUsers() && !region.judgeable();
  }

  private String tooSmall(Candidate region) {
    return region.code()
        + " is not judgeable alone: it has too few users for "
        + region.bake().requests()
        + " requests within the bake ceiling of "
        + Durations.say(policy.bakeCeiling())
        + "; allow a longer ceiling, a larger detectable rise, or a pass on checks by name";
  }

  private boolean judgedInPart(Stop stop) {
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
    for (String name : policy.covers()) {
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
}
