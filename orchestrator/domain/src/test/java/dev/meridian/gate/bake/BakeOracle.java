package dev.meridian.gate.bake;

import dev.meridian.gate.VerdictCause;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.statistics.Calibration;
import dev.meridian.gate.statistics.EvidenceOfHealth;
import dev.meridian.gate.statistics.Naive;
import dev.meridian.gate.statistics.Pair;
import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A bake judged from everything that was ever observed, gone through again from the start. */
final class BakeOracle {
  private final BakeTale tale;
  private final List<GridObservations> seen = new ArrayList<>();
  private final List<List<RegionCode>> controls = new ArrayList<>();
  final Naive naive;
  private int late;
  long uncontrolled;
  long quiet;
  long good;
  long bad;
  long noData;
  long errors;
  double requests;
  private Optional<Instant> away = Optional.empty();

  BakeOracle(BakeTale tale) {
    this.tale = tale;
    this.naive = new Naive(tale.errors.ceiling().fraction());
  }

  /** The control of an interval, and what its ratio is known to be. */
  record Control(List<RegionCode> members, boolean expected, Calibration calibration) {}

  void clusterSeen(boolean answers, Instant at) {
    away = answers ? Optional.empty() : away.or(() -> Optional.of(at));
  }

  void observed(GridObservations grid, Control control) {
    long age = Duration.between(BakeTale.EXPOSED, grid.from()).toSeconds();
    if (age / 300 > late) {
      late++;
      naive.lateStart();
    }
    Measured<Counts> own = seen(grid, BakeTale.OWN);
    Counts beside = Counts.NONE;
    for (RegionCode member : control.members()) {
      beside = beside.plus(counted(seen(grid, member)));
    }
    boolean missing = control.expected() && beside.all() == 0;
    Counts counts = counted(own);
    naive.after(new Pair(counts, beside), control.calibration());
    requests += counts.all();
    uncontrolled += missing ? 1 : 0;
    sample(own, missing);
    seen.add(grid);
    controls.add(control.members());
  }

  private void sample(Measured<Counts> own, boolean missing) {
    switch (own) {
      case Measured.QueryError<Counts> _ -> errors++;
      case Measured.NoData<Counts> _ -> noData++;
      case Measured.Seen<Counts>(Counts counts) -> {
        boolean nobody = counts.all() == 0;
        quiet += nobody && !missing && fewCome() ? 1 : 0;
        boolean above = counts.bad() > tale.errors.ceiling().fraction() * counts.all();
        noData += nobody || missing ? 1 : 0;
        bad += !nobody && !missing && above ? 1 : 0;
        good += !nobody && !missing && !above ? 1 : 0;
      }
    }
  }

  /** Counters that stand still say the same as an empty region: believed where few usually come. */
  private boolean fewCome() {
    return tale.subject.history("errors").usual(BakeTale.OWN, Duration.ofSeconds(15)) < 30;
  }

  private static SortedMap<RegionCode, Measured<Counts>> events(GridObservations grid) {
    return grid.gates().get("errors") instanceof GateObservation.Events events
        ? events.regions()
        : new TreeMap<>();
  }

  private static Measured<Counts> seen(GridObservations grid, RegionCode region) {
    return events(grid).getOrDefault(region, new Measured.NoData<>("not read"));
  }

  private static Counts counted(Measured<Counts> measured) {
    return measured instanceof Measured.Seen<Counts>(Counts counts) ? counts : Counts.NONE;
  }

  private boolean reported(int interval, RegionCode region) {
    return seen(seen.get(interval), region) instanceof Measured.Seen<Counts>;
  }

  /** Seconds since a region was last seen to report; since the exposure when never. */
  private long silent(RegionCode region) {
    int i = seen.size() - 1;
    while (i >= 0 && !reported(i, region)) {
      i--;
    }
    return 15L * (seen.size() - 1 - i);
  }

  /** Five bad ones or more and above the ceiling, in this five-minute block or the one before. */
  private boolean sick(RegionCode region) {
    int end = seen.size() - seen.size() % 20;
    return broken(region, end, seen.size())
        || (seen.size() >= 20 && sickBlock(region, end))
        || (seen.size() % 20 == 0 && seen.size() >= 20 && sickBlock(region, seen.size()));
  }

  /** A block that ended with a silent interval is forgotten. */
  private boolean sickBlock(RegionCode region, int end) {
    return reported(end - 1, region) && broken(region, end - 20, end);
  }

  /** At any moment of a block that goes on; at the end of one that is over. */
  private boolean broken(RegionCode region, int from, int to) {
    Counts sum = Counts.NONE;
    boolean broken = false;
    for (int i = from; i < to; i++) {
      sum = sum.plus(counted(seen(seen.get(i), region)));
      boolean above = sum.bad() > tale.errors.ceiling().fraction() * sum.all();
      broken = (to - from < 20 && broken) || (sum.bad() >= 5 && above);
    }
    return broken;
  }

  /** Untouched regions; with fewer than two, or fewer requests than here, passed ones as well. */
  List<RegionCode> members(SortedMap<RegionCode, Standing> standings) {
    History history = tale.subject.history("errors");
    TreeSet<RegionCode> untouched = new TreeSet<>();
    TreeSet<RegionCode> all = new TreeSet<>();
    standings.forEach((region, standing) -> {
      boolean fit = history.covers(region) && silent(region) <= 120 && !sick(region);
      if (fit && standing == Standing.UNTOUCHED) {
        untouched.add(region);
      }
      if (fit && standing != Standing.UNSUITABLE) {
        all.add(region);
      }
    });
    double carried = untouched.stream().mapToDouble(history::requests).sum();
    boolean alone = untouched.size() >= 2 && carried >= history.requests(BakeTale.OWN);
    TreeSet<RegionCode> members = alone ? untouched : all;
    return tale.errors.control() && members.size() >= 2 ? List.copyOf(members) : List.of();
  }

  boolean expected(SortedMap<RegionCode, Standing> standings) {
    History history = tale.subject.history("errors");
    long fit =
        standings.entrySet().stream()
            .filter(e -> e.getValue() != Standing.UNSUITABLE && history.covers(e.getKey()))
            .count();
    return tale.errors.control() && history.covers(BakeTale.OWN) && fit >= 2;
  }

  /** Whether the errors gate has crossed one of its two limits just now. */
  boolean crosses() {
    double alpha = 0.01 / 10 / 1 / 2;
    return naive.logPaired() >= Math.log(1 / (0.8 * alpha))
        || naive.logCeiling() >= Math.log(1 / (0.15 * alpha));
  }

  /** Two regions or more that the release has not touched break their own ceiling. */
  private boolean illElsewhere() {
    return tale.errors.critical()
        && seen.getLast().standings().entrySet().stream()
                .filter(each -> each.getValue() == Standing.UNTOUCHED && sick(each.getKey()))
                .count()
            >= 2;
  }

  CpuOracle cpu() {
    return new CpuOracle(tale.cpu, seen);
  }

  /** What the judge should say, in a word: a verdict's cause, a reason to hold, or nothing. */
  String says(boolean crossed) {
    long now = 15L * seen.size();
    if ((crossed && tale.errors.critical()) || (cpu().crosses() && tale.cpu.critical())) {
      return (illElsewhere() ? VerdictCause.ENVIRONMENT : VerdictCause.GATE).name();
    }
    Instant at = BakeTale.EXPOSED.plusSeconds(now);
    boolean gone =
        away.filter(since ->
                Duration.between(since, at).compareTo(tale.terms.unreachableDeadline()) >= 0)
            .isPresent();
    if (gone) {
      return VerdictCause.CLUSTER_AWAY.name();
    }
    long deadline = tale.terms.deadline().toSeconds();
    long cpuSilent = now - 15 * cpu().newest();
    long silent = Math.min(silent(BakeTale.OWN), cpuSilent);
    if (silent >= 120 + 15) {
      return silence(silent, deadline);
    }
    if (tale.errors.critical() && silent(BakeTale.OWN) >= 300 + 15) {
      return silent(BakeTale.OWN) >= deadline ? missing(errors, noData) : "GATE_SILENT";
    }
    if (tale.cpu.critical() && cpuSilent >= 300 + 15) {
      return cpuSilent >= deadline ? "any verdict" : "GATE_SILENT";
    }
    return at.isBefore(tale.terms.until()) ? "KeepMeasuring" : end(at);
  }

  private String silence(long silent, long deadline) {
    boolean others = false;
    long alone = 0;
    for (int i = seen.size() - (int) (silent / 15); i < seen.size(); i++) {
      alone += othersReport(i) ? 15L : 0;
    }
    for (int i = Math.max(0, seen.size() - 9); i < seen.size(); i++) {
      others |= othersReport(i);
    }
    boolean over = silent >= deadline;
    boolean onlyHere = over ? alone * 2 >= silent : others || seen.size() < 9;
    return onlyHere ? "CONTENDER_SILENT" : "EVERYTHING_SILENT";
  }

  private boolean othersReport(int interval) {
    return events(seen.get(interval)).keySet().stream()
        .anyMatch(region -> !region.equals(BakeTale.OWN) && reported(interval, region));
  }

  private static String missing(long errors, long noData) {
    return (errors > noData ? VerdictCause.EVERYTHING_SILENT : VerdictCause.CONTENDER_SILENT)
        .name();
  }

  private String end(Instant at) {
    long bake = Duration.between(BakeTale.EXPOSED, tale.terms.until()).toSeconds() / 15;
    double share = tale.errors.minimumGood().fraction();
    boolean fewErrors =
        good < Math.ceil(share * Math.max(0, bake - quiet)) || (good == 0 && quiet == 0);
    boolean fewCpu = cpu().good() < Math.max(1, Math.ceil(share * bake));
    boolean few = (tale.errors.critical() && fewErrors) || (tale.cpu.critical() && fewCpu);
    boolean late = !at.isBefore(tale.terms.until().plus(tale.terms.deadline()));
    if (few) {
      return late ? "any verdict" : "TOO_FEW_GOOD_SAMPLES";
    }
    boolean over = !at.isBefore(tale.terms.ceiling());
    boolean users = requests >= tale.terms.minimumRequests();
    boolean healthy = naive.logHealth() >= -Math.log(EvidenceOfHealth.BETA);
    boolean proven = !tale.errors.critical() || (users && healthy);
    if (!proven && over && !tale.terms.mayPassUnproven()) {
      return VerdictCause.TOO_FEW_REQUESTS.name();
    }
    if (!proven && !over) {
      return users ? "NO_EVIDENCE_OF_HEALTH" : "TOO_FEW_REQUESTS held";
    }
    if (away.isPresent()) {
      return "CLUSTER_AWAY held";
    }
    return (proven ? VerdictCause.PROVEN : VerdictCause.UNPROVEN).name();
  }
}
