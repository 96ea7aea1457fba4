package dev.meridian.gate.bake;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.ControlSet.Candidate;
import dev.meridian.gate.sample.CounterTracks;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.statistics.Calibration;
import dev.meridian.gate.statistics.Calibrator;
import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the control of the next interval. Untouched regions come first; when they are fewer than
 * two, or carry fewer requests than the contender's region, regions that have passed join. Out are
 * regions that change, are silent, have no history to compare with, or break their own ceiling.
 * With fewer than two there is no control: by design when no more could serve, as in the last wave,
 * and otherwise a lack of data.
 */
final class ControlChoice {
  private static final int FEWEST = 2;
  private static final int FEWEST_BAD = 5;

  private final BakeSubject subject;
  private final GateSpec.Ratio gate;

  ControlChoice(BakeSubject subject, GateSpec.Ratio gate) {
    this.subject = subject;
    this.gate = gate;
  }

  /** The control of the first interval. */
  ControlSet first(SortedMap<RegionCode, Standing> standings) {
    SortedMap<RegionCode, Candidate> others = new TreeMap<>();
    standings.forEach((region, standing) -> others.put(region, unknown(standing)));
    List<RegionCode> members = members(others, standings, subject.exposedAt());
    return new ControlSet(members, expected(standings), calibrate(members), others);
  }

  /** The control of the interval after {@code step}. */
  ControlSet next(ControlSet known, Step step, GateObservation.Events events) {
    SortedMap<RegionCode, Candidate> others = new TreeMap<>(known.others());
    step.grid()
        .standings()
        .forEach((region, standing) -> {
          Candidate before = others.getOrDefault(region, unknown(standing));
          Candidate after = after(before, events.regions().get(region), step);
          others.put(region, after.untouched(standing == Standing.UNTOUCHED));
        });
    List<RegionCode> members = members(others, step.grid().standings(), step.grid().until());
    Calibration calibration =
        members.equals(known.members()) ? known.calibration() : calibrate(members);
    return new ControlSet(members, expected(step.grid().standings()), calibration, others);
  }

  private Candidate unknown(Standing standing) {
    boolean untouched = standing == Standing.UNTOUCHED;
    return new Candidate(Counts.NONE, false, subject.exposedAt(), untouched);
  }

  private Candidate after(Candidate before, @Nullable Measured<Counts> measured, Step step) {
    if (!(measured instanceof Measured.Seen<Counts>(Counts counts))) {
      return step.endsBlock() ? before.ofBlock(Counts.NONE, false, before.seen()) : before;
    }
    Counts block = before.block().plus(counts);
    boolean broken = block.bad() >= FEWEST_BAD && block.rate() > gate.ceiling().fraction();
    return step.endsBlock()
        ? before.ofBlock(Counts.NONE, broken, step.grid().until())
        : before.ofBlock(block, before.sick() || broken, step.grid().until());
  }

  private List<RegionCode> members(
      Map<RegionCode, Candidate> others, Map<RegionCode, Standing> standings, Instant at) {
    if (!gate.control()) {
      return List.of();
    }
    List<RegionCode> members = new ArrayList<>();
    List<RegionCode> passed = new ArrayList<>();
    standings.forEach((region, standing) -> {
      if (usable(region, others.get(region), at)) {
        switch (standing) {
          case UNTOUCHED -> members.add(region);
          case PASSED -> passed.add(region);
          case UNSUITABLE -> {}
        }
      }
    });
    History history = subject.history(gate.name());
    double carried = members.stream().mapToDouble(history::requests).sum();
    if (members.size() < FEWEST || carried < history.requests(subject.together())) {
      members.addAll(passed);
    }
    return members.size() < FEWEST ? List.of() : members.stream().sorted().toList();
  }

  /** Whether enough regions could serve, were they well and reporting. */
  private boolean expected(Map<RegionCode, Standing> standings) {
    History history = subject.history(gate.name());
    return gate.control()
        && history.covers(subject.together())
        && standings.entrySet().stream()
                .filter(entry -> entry.getValue() != Standing.UNSUITABLE)
                .filter(entry -> history.covers(entry.getKey()))
                .count()
            >= FEWEST;
  }

  private boolean usable(RegionCode region, @Nullable Candidate candidate, Instant at) {
    return candidate != null
        && !candidate.sick()
        && Duration.between(candidate.seen(), at).compareTo(CounterTracks.STALE) <= 0
        && subject.history(gate.name()).covers(region);
  }

  private Calibration calibrate(List<RegionCode> members) {
    History history = subject.history(gate.name());
    Calibration calibration =
        Calibrator.calibrate(
            history.pairs(subject.together(), members),
            subject.share(gate.name()).calibrationError());
    return switch (calibration) {
      case Calibration.Known known -> known;
      case Calibration.Unknown unknown ->
          members.isEmpty()
              ? new Calibration.Unknown(unknown.phi(), "fewer than two regions can be its control")
              : unknown;
    };
  }
}
