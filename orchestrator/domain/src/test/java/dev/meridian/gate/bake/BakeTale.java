package dev.meridian.gate.bake;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.statistics.AlphaShares;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A bake drawn from a seed: a history, other regions that come and go, spells in which this or that
 * is not seen, nobody comes, or harm begins.
 */
final class BakeTale {
  static final Instant EXPOSED = Instant.parse("2026-03-01T12:00:00Z");
  static final Duration INTERVAL = Duration.ofSeconds(15);
  static final RegionCode OWN = new RegionCode("own");
  static final int MOST_OTHERS = 6;

  final SplittableRandom random;
  final BakeSubject subject;
  final BakeTerms terms;
  final GateSpec.Ratio errors;
  final GateSpec.Value cpu;
  private final List<RegionCode> others = new ArrayList<>();
  private final SortedMap<RegionCode, Standing> standings = new TreeMap<>();
  private final SortedMap<String, Integer> spells = new TreeMap<>();
  private final double perInterval;
  private double rate = 0.001;
  private double load = 0.4;

  BakeTale(long seed) {
    random = new SplittableRandom(seed);
    perInterval = random.nextInt(3) == 0 ? random.nextDouble(1, 10) : random.nextDouble(20, 400);
    for (int i = random.nextInt(MOST_OTHERS); i > 0; i--) {
      others.add(new RegionCode("other-" + i));
    }
    others.forEach(region -> standings.put(region, standing()));
    Share half = Share.ofFraction(0.5 * random.nextDouble());
    boolean control = random.nextInt(5) > 0;
    errors =
        new GateSpec.Ratio(
            "errors",
            random.nextInt(10) > 0,
            new GateSpec.Events.Counters("all", "bad"),
            Share.ofFraction(random.nextDouble(0.005, 0.03)),
            control,
            INTERVAL,
            half);
    int window = random.nextInt(2, 12);
    int badOf = random.nextInt(1, window + 1);
    Optional<Double> factor = random.nextBoolean() ? Optional.empty() : Optional.of(1.5);
    cpu =
        new GateSpec.Value(
            "cpu", random.nextInt(4) > 0, "cpu", 0.9, factor, badOf, window, INTERVAL, half);
    List<GateSpec> gates = List.of(errors, cpu);
    SortedMap<String, History> histories = new TreeMap<>();
    histories.put("errors", history());
    subject =
        new BakeSubject(
            OWN,
            gates,
            AlphaShares.of(Share.ofFraction(0.01), 10, gates).of(1),
            histories,
            new TreeMap<>(),
            EXPOSED);
    Instant until = EXPOSED.plus(INTERVAL.multipliedBy(random.nextInt(20, 80)));
    terms =
        new BakeTerms(
            until,
            until.plus(INTERVAL.multipliedBy(random.nextInt(60))),
            INTERVAL.multipliedBy(random.nextInt(10, 60)),
            INTERVAL.multipliedBy(random.nextInt(10, 60)),
            random.nextInt(3) * 4_000L,
            random.nextInt(4) == 0);
  }

  private Standing standing() {
    return List.of(Standing.values()).get(random.nextInt(3));
  }

  /** Some regions are too new to be compared. */
  private History history() {
    SortedMap<RegionCode, List<Counts>> blocks = new TreeMap<>();
    List<RegionCode> regions = new ArrayList<>(others);
    regions.add(OWN);
    for (RegionCode region : regions) {
      double share = random.nextDouble(0.2, 2);
      int missing = random.nextInt(6) == 0 ? 100 : 0;
      List<Counts> own = new ArrayList<>();
      for (int i = 0; i < 288; i++) {
        own.add(i < missing ? Counts.NONE : counts(20 * perInterval * share, 0.001));
      }
      blocks.put(region, own);
    }
    return new History(blocks);
  }

  SortedMap<RegionCode, Standing> standings() {
    return new TreeMap<>(standings);
  }

  /** What is seen in the interval that follows. */
  GridObservations next(Instant from) {
    for (RegionCode region : others) {
      if (random.nextInt(150) == 0) {
        standings.put(region, standing());
      }
    }
    rate = random.nextInt(150) == 0 ? random.nextDouble(0.03) : rate;
    load = random.nextInt(60) == 0 ? random.nextDouble(1.1) : load;
    SortedMap<RegionCode, Measured<Counts>> regions = new TreeMap<>();
    boolean nothing = spell("everything", 120);
    boolean silent = nothing || spell("own", 80);
    regions.put(OWN, silent ? unseen() : seen("own", rate));
    for (RegionCode region : others) {
      boolean sick = spell("sick " + region, 200);
      boolean away = nothing || spell(region.value(), 100);
      regions.put(region, away ? unseen() : seen(region.value(), sick ? 0.05 : 0.001));
    }
    SortedMap<String, GateObservation> gates = new TreeMap<>();
    gates.put("errors", new GateObservation.Events(regions));
    boolean blind = (silent && !spell("cpu alone", 30)) || spell("cpu", 120);
    gates.put("cpu", new GateObservation.Reading(number(blind, load), number(false, 0.5)));
    return new GridObservations(from, from.plus(INTERVAL), standings(), gates);
  }

  /** Whether the cluster answers. */
  boolean clusterAnswers() {
    return !spell("cluster", 200);
  }

  /** Something begins one time in so many, and lasts a while. */
  private boolean spell(String name, int oneIn) {
    int left = spells.getOrDefault(name, 0);
    left = left > 0 ? left - 1 : random.nextInt(oneIn) == 0 ? random.nextInt(1, 60) : 0;
    spells.put(name, left);
    return left > 0;
  }

  private <T> Measured<T> unseen() {
    return random.nextInt(4) == 0
        ? new Measured.QueryError<>("503")
        : new Measured.NoData<>("no series");
  }

  private Measured<Counts> seen(String region, double bad) {
    return new Measured.Seen<>(
        spell("idle " + region, 300) ? Counts.NONE : counts(perInterval, bad));
  }

  private Measured<Double> number(boolean unseen, double value) {
    if (unseen) {
      return unseen();
    }
    double odd = random.nextInt(60) == 0 ? Double.NaN : value;
    return new Measured.Seen<>(odd * (1 + 0.2 * random.nextGaussian()));
  }

  private Counts counts(double mean, double bad) {
    double all = Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    double limit = Math.exp(-all * bad);
    double product = random.nextDouble();
    double count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return new Counts(all, Math.min(all, count));
  }
}
