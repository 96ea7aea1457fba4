package dev.meridian.gate.statistics;

import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.statistics.Trend.Point;
import dev.meridian.region.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Random histories and streams through the tests of a gate, each figure beside the formula written
 * out; and that the healthy are left alone and plain harm is found.
 */
public final class StatisticsChecker {
  private final SplittableRandom random;
  private final Chance chance;

  private StatisticsChecker(long seed) {
    random = new SplittableRandom(seed);
    chance = new Chance(seed);
  }

  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String what) {
      super(what);
    }
  }

  /** What the tests of this seed's stream get wrong, if they do. */
  public static Optional<String> violation(long seed) {
    try {
      new StatisticsChecker(seed).check(seed);
      return Optional.empty();
    } catch (RuntimeException broken) {
      return Optional.of(String.valueOf(broken.getMessage()));
    }
  }

  private void check(long seed) {
    stream();
    shares();
    thinned();
    leak();
    if (seed % 8 == 0) {
      plainHarmAndNone();
    }
  }

  private static void require(String law, boolean holds, Object seen) {
    if (!holds) {
      throw new Broken(law + ": " + seen);
    }
  }

  private static void near(String law, double seen, double right) {
    require(law, Math.abs(seen - right) <= 1e-6 * (1 + Math.abs(right)), seen + ", not " + right);
  }

  /** Kappa, phi, E, H and the ceiling over one history and one bake. */
  private void stream() {
    SimulatedStream stream =
        new SimulatedStream(
            random.nextDouble(20, 2_000),
            random.nextDouble(0.2, 10),
            random.nextDouble(0.3, 3),
            random.nextDouble(),
            random.nextDouble());
    List<Pair> history = stream.history(chance);
    double error = Math.pow(10, -random.nextDouble(1, 5));
    if (Calibrator.calibrate(history, error) instanceof Calibration.Known known) {
      calibrated(history, known, error);
      int minutes = 5 * random.nextInt(1, 6);
      double rise = random.nextBoolean() ? 1 : random.nextDouble(1, 20);
      bake(stream.bake(chance, minutes, rise, random.nextDouble(0.5, 4)), known);
    }
    List<Pair> few = history.subList(0, random.nextInt(Calibrator.BLOCKS_NEEDED));
    boolean unknown = Calibrator.calibrate(few, error) instanceof Calibration.Unknown;
    require("a comparison with too little history", unknown, few.size());
  }

  private static void calibrated(List<Pair> history, Calibration.Known known, double error) {
    List<Pair> complete =
        history.stream().filter(p -> p.contender().all() > 0 && p.control().all() > 0).toList();
    double bad = complete.stream().mapToDouble(p -> p.contender().bad()).sum();
    double phi = StatisticsOracle.phi(complete, known.ratio());
    near("phi", known.phi(), phi);
    require("blocks", known.blocks() == complete.size(), known.blocks());
    if (bad > 0) {
      double excess = StatisticsOracle.excess(complete, known.ratio());
      require("ratio explains what was bad", Math.abs(excess) <= 1e-5 * bad, excess);
    }
    double deviation = Math.sqrt(phi * StatisticsOracle.variance(complete, known.kappa()));
    double z = -StatisticsOracle.excess(complete, known.kappa()) / deviation;
    double tail = StatisticsOracle.upperTail(z);
    require("kappa leaves " + tail, Math.abs(tail / error - 1) < 0.01, error);
    Counts control = complete.stream().map(Pair::control).reduce(Counts.NONE, Counts::plus);
    near("control rate", known.controlRate(), control.bad() / control.all());
  }

  private void bake(List<Pair> intervals, Calibration.Known known) {
    Share ceiling = Share.ofFraction(random.nextDouble(0.001, 0.05));
    PairedTest paired = PairedTest.begin();
    CeilingTest absolute = CeilingTest.begin(ceiling);
    EvidenceOfHealth health = EvidenceOfHealth.NONE;
    Naive naive = new Naive(ceiling.fraction());
    for (int i = 0; i < intervals.size(); i++) {
      Pair interval = holed(intervals.get(i));
      if (i > 0 && i % 20 == 0) {
        paired = paired.lateStart();
        absolute = absolute.lateStart();
        naive.lateStart();
      }
      Calibration.Known now = paired.inWeather(known);
      near("phi in weather", now.phi(), naive.phi(known));
      health =
          health
              .afterPair(paired.pending().plus(interval), now)
              .afterContender(interval.contender(), ceiling, known.phi());
      paired = paired.after(interval, known);
      absolute = absolute.after(interval.contender(), ceiling, known.phi());
      naive.after(interval, known);
      if (i % 7 == 0 || i == intervals.size() - 1) {
        near("E of the paired test", paired.logValue(), naive.logPaired());
        near("E of the ceiling", absolute.logValue(), naive.logCeiling());
        near("H", health.logValue(), naive.logHealth());
        require("evidence", health.shown() == naive.logHealth() >= Math.log(20), health);
      }
    }
  }

  /** Now and then one side counts nothing. */
  private Pair holed(Pair pair) {
    return switch (random.nextInt(12)) {
      case 0 -> new Pair(pair.contender(), Counts.NONE);
      case 1 -> new Pair(Counts.NONE, pair.control());
      default -> pair;
    };
  }

  /** P10: over all gates, regions and attempts no more than alpha. */
  private void shares() {
    Share alpha = new Share(random.nextInt(1, 50_000));
    int regions = random.nextInt(1, 40);
    List<String> gates = List.of("errors", "latency", "saturation").subList(0, 1 + regions % 3);
    AlphaShares shares = new AlphaShares(alpha, regions, gates);
    double spent = 0;
    for (int attempt = 1; attempt <= 30; attempt++) {
      for (AlphaShare share : shares.of(attempt).values()) {
        spent +=
            regions
                * (1 / share.pairedLimit() + 1 / share.ceilingLimit() + share.calibrationError());
      }
    }
    boolean within = spent <= alpha.fraction() * (1 + 1e-9) && spent > alpha.fraction() * 0.99;
    require("P10 alpha is spent", within, spent + " of " + alpha.fraction());
  }

  /** However many points, evenly spaced and never too many. */
  private void thinned() {
    int capacity = 2 * random.nextInt(1, 40);
    Thinned points = Thinned.toAtMost(capacity);
    int count = random.nextInt(1, 400);
    for (int i = 0; i < count; i++) {
      points = points.with(new Point(i, i));
    }
    require("thinned to " + capacity, points.points().size() <= capacity, points.points().size());
    boolean many = count < capacity || points.points().size() >= capacity / 2;
    require("thinned away", many, points.points().size());
    for (int i = 0; i < points.points().size(); i++) {
      long at = points.points().get(i).second();
      require("thinned unevenly", at == (long) i * points.stride(), at);
    }
    boolean kept = points.points().getLast().second() == count - 1;
    require("kept the last", points.keptLast() == kept, count);
  }

  /** A steady rise that meets its limit within the horizon is a leak, others are not. */
  private void leak() {
    Duration horizon = Duration.ofHours(8);
    double slope = random.nextDouble(-2, 8) / 3_600;
    double start = 100;
    double limit = start + random.nextDouble(1, 60);
    boolean daily = random.nextBoolean();
    int seconds = 60;
    int count = random.nextInt(8, 128);
    List<Point> points = new ArrayList<>();
    List<Point> incumbent = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(new Point((long) i * seconds, start + slope * i * seconds));
      incumbent.add(new Point((long) i * seconds, start + (daily ? slope : 0) * i * seconds));
    }
    Optional<Leak> found = Leak.find(points, incumbent, limit, horizon);
    double last = start + slope * seconds * (count - 4.5);
    boolean reached = last >= limit;
    boolean watched = count >= 32 && (count - 1L) * seconds * 8 >= horizon.toSeconds();
    boolean rises = slope > 0 && (!daily || count < 16);
    double left = (limit - last) / slope;
    boolean near = Math.abs(left - horizon.toSeconds()) < 60 || Math.abs(last - limit) < 0.01;
    boolean leaks = reached || (watched && rises && left < horizon.toSeconds());
    require("leak", near || found.isPresent() == leaks, points.getLast() + " to " + limit);
    if (found.isPresent() && !near) {
      long told = found.get().toLimit().toSeconds();
      double right = reached ? 0 : left;
      require("time to the limit", Math.abs(told - right) <= 60, told + ", not " + right);
    }
  }

  /** A tenfold rise at a thousand a minute is found, and a healthy gate of tiny alpha never. */
  private void plainHarmAndNone() {
    SimulatedStream stream = new SimulatedStream(1_000, 10, random.nextDouble(0.5, 2), 0.3, 0.5);
    AlphaShare small = new AlphaShare(1e-7);
    AlphaShare usual = new AlphaShare(0.01 / 30);
    List<Pair> history = stream.history(chance);
    if (Calibrator.calibrate(history, small.calibrationError())
        instanceof Calibration.Known known) {
      double storm = random.nextDouble(1, 5);
      double healthy = highest(stream.bake(chance, 60, 1, storm), known);
      require("healthy, and stopped", healthy < Math.log(small.pairedLimit()), healthy);
    }
    if (Calibrator.calibrate(history, usual.calibrationError())
        instanceof Calibration.Known known) {
      double harmed = highest(stream.bake(chance, 30, 10), known);
      require("tenfold, and missed", harmed >= Math.log(usual.pairedLimit()), harmed);
    }
  }

  private static double highest(List<Pair> intervals, Calibration.Known known) {
    PairedTest test = PairedTest.begin();
    double highest = 0;
    for (int i = 0; i < intervals.size(); i++) {
      test = (i > 0 && i % 20 == 0 ? test.lateStart() : test).after(intervals.get(i), known);
      highest = Math.max(highest, test.logValue());
    }
    return highest;
  }
}
