package dev.meridian.sandbox.traffic;

import dev.meridian.sandbox.traffic.Defects.Circumstances;
import dev.meridian.sandbox.world.RunningPods.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What happens to a region's requests in a slot: first what is expected, then what is drawn. */
final class SlotDraw {
  /** Of all requests, four in a thousand ask for what is not there. */
  private static final double NOT_FOUND = 0.004;

  /** A pod's processor time: for being there, and for a request. */
  private static final double CPU_SHARE_IDLE = 0.01;

  private static final double CPU_SECONDS_A_REQUEST = 0.01;

  private final Land land;
  private final Routing routing;
  private final int region;
  private final Scrapes scrapes;
  private final PodMemory memory;

  SlotDraw(Land land, Routing routing, int region, Scrapes scrapes) {
    this.land = land;
    this.routing = routing;
    this.region = region;
    this.scrapes = scrapes;
    this.memory = new PodMemory(land, region);
  }

  /** A time during which the same pods serve. */
  record Piece(long from, long to, Serving serving) {
    double seconds() {
      return (to - from) / 1000.0;
    }
  }

  /** Adds what a slot brings for a revision label. */
  void add(String label, long slot, List<Piece> pieces, double[] sums) {
    long middle = scrapes.instant(slot) - Scrapes.INTERVAL / 2;
    double[] rates = rates(middle);
    double rate = 0;
    for (double each : rates) {
      rate += each;
    }
    Mix mix = new Mix();
    for (Piece piece : pieces) {
      int own = piece.serving().ready(label);
      if (own == 0) {
        continue;
      }
      double ratePerPod = rate / piece.serving().ready();
      sums[Columns.CPU] += piece.seconds() * (CPU_SHARE_IDLE + CPU_SECONDS_A_REQUEST * ratePerPod);
      double usual = land.climates().get(region).errors(middle);
      double failing = Math.min(1, piece.serving().storm() ? Climate.STORM * usual : usual);
      for (Running running : piece.serving().running()) {
        if (running.label().equals(label)) {
          expect(mix, piece, running, new Expected(middle, rates, rate, failing));
        }
      }
    }
    if (mix.requests() > 0) {
      draw(mix, Chance.at(key(label), slot), land.climates().get(region).median(middle), sums);
    }
  }

  /** Requests per second in the region, by the home of those who ask. */
  double[] rates(long instant) {
    double[] rates = routing.into(region, instant);
    for (int home = 0; home < rates.length; home++) {
      if (rates[home] > 0) {
        rates[home] *= land.users().get(home).rate(instant);
      }
    }
    return rates;
  }

  /** Rates by home and in sum, and the share that fails in any case. */
  private static final class Expected {
    final long at;
    final double[] rates;
    final double rate;
    final double failing;

    Expected(long at, double[] rates, double rate, double failing) {
      this.at = at;
      this.rates = rates;
      this.rate = rate;
      this.failing = failing;
    }
  }

  private void expect(Mix mix, Piece piece, Running running, Expected expected) {
    double share = piece.seconds() * running.ready() / piece.serving().ready();
    if (!land.defects().any(running.image())) {
      mix.add(expected.rate * share, expected.failing, 0, 1);
      return;
    }
    Duration age = Duration.between(running.since(), Instant.ofEpochMilli(expected.at));
    double killed = killed(running, age);
    for (int home = 0; home < expected.rates.length; home++) {
      double count = expected.rates[home] * share;
      if (count > 0) {
        Circumstances circumstances =
            new Circumstances(
                land.region(home).traits(), land.region(region).traits(), expected.rate, age);
        mix.add(
            count,
            expected.failing,
            1 - (1 - killed) * (1 - land.defects().errors(running.image(), circumstances)),
            land.defects().slowness(running.image(), circumstances));
      }
    }
  }

  /** A pod that is killed fails what it was asked until its end is noticed: about a slot. */
  private double killed(Running running, Duration age) {
    long half = Scrapes.INTERVAL / 2;
    return running.ready() == 0
        ? 0
        : memory.killed(running, Math.max(0, age.toMillis() - half), age.toMillis() + half);
  }

  private static void draw(Mix mix, Chance chance, double median, double[] sums) {
    long requests = chance.poisson(mix.requests());
    long byDefect = chance.binomial(requests, mix.defectShare());
    long usually = chance.binomial(requests - byDefect, mix.usualShare());
    long sound = requests - byDefect - usually;
    long notFound = chance.binomial(sound, NOT_FOUND);
    sums[Columns.FAILED] += byDefect + usually;
    sums[Columns.NOT_FOUND] += notFound;
    sums[Columns.OK] += sound - notFound;
    sums[Columns.HARMED] += byDefect + Math.rint(sound * mix.slowedShare(median));
    double[] within = mix.within(median);
    long left = requests;
    double below = 0;
    for (int bucket = 0; bucket < within.length && left > 0; bucket++) {
      long here = chance.binomial(left, (within[bucket] - below) / (1 - below));
      sums[Columns.BUCKETS + bucket] += here;
      sums[Columns.SECONDS] += here * Latency.typical(bucket);
      left -= here;
      below = within[bucket];
    }
  }

  private long key(String label) {
    return Chance.key(land.spec().seed(), "slot", land.region(region).code().value(), label);
  }
}
