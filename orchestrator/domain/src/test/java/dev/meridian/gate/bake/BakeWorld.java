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
import java.util.function.UnaryOperator;

/** A small seeded world: one region under bake, five others, four gates read every 15 s. */
final class BakeWorld {
  static final Instant EXPOSED = Instant.parse("2026-03-01T12:00:00Z");
  static final Instant TOUCHED = EXPOSED.minusSeconds(180);
  static final RegionCode SEOUL = new RegionCode("ap-northeast-2");
  static final List<RegionCode> OTHERS =
      List.of("eu-a", "eu-b", "us-a", "us-b", "us-c").stream().map(RegionCode::new).toList();
  static final Duration INTERVAL = Duration.ofSeconds(15);
  static final int HOUR = 240;
  static final double REQUESTS = 250;
  private static final double RATE = 0.001;
  private static final Share HALF = Share.ofFraction(0.5);

  final SortedMap<RegionCode, Standing> standings = new TreeMap<>();
  double contenderRate = RATE;
  double everywhere = 1;
  double memoryPerHour;
  double cpu = 0.4;
  final SortedMap<RegionCode, GateObservation.Firing> firing = new TreeMap<>();
  UnaryOperator<GridObservations> seen = UnaryOperator.identity();
  private final SplittableRandom random;

  BakeWorld(long seed) {
    random = new SplittableRandom(seed);
    OTHERS.forEach(region -> standings.put(region, Standing.UNTOUCHED));
  }

  static List<GateSpec> gates() {
    return List.of(
        ratio("errors", true),
        new GateSpec.Value("cpu", true, "cpu", 0.9, Optional.of(2.0), 8, 12, INTERVAL, HALF),
        new GateSpec.Trend("memory", true, "memory", 512, Duration.ofHours(12), INTERVAL, HALF));
  }

  static GateSpec.Ratio ratio(String name, boolean critical) {
    return new GateSpec.Ratio(
        name,
        critical,
        new GateSpec.Events.Counters("all", "bad"),
        Share.ofFraction(0.01),
        true,
        INTERVAL,
        HALF);
  }

  BakeSubject subject(List<GateSpec> gates) {
    SortedMap<String, History> histories = new TreeMap<>();
    gates.forEach(gate -> histories.put(gate.name(), history()));
    return new BakeSubject(
        SEOUL,
        gates,
        AlphaShares.of(Share.ofFraction(0.01), 10, gates).of(1),
        histories,
        new TreeMap<>(),
        EXPOSED);
  }

  History history() {
    return history(20 * REQUESTS, 20 * REQUESTS);
  }

  /**
   * @param seoul requests in a block of five minutes
   * @param others the same for each of them
   */
  History history(double seoul, double others) {
    SortedMap<RegionCode, List<Counts>> blocks = new TreeMap<>();
    List<RegionCode> regions = new ArrayList<>(OTHERS);
    regions.add(SEOUL);
    for (RegionCode region : regions) {
      List<Counts> own = new ArrayList<>();
      for (int i = 0; i < 288; i++) {
        own.add(counts(region.equals(SEOUL) ? seoul : others, RATE));
      }
      blocks.put(region, own);
    }
    return new History(blocks);
  }

  /** Folds so many intervals. */
  BakeState run(BakeFold fold, BakeState state, int intervals) {
    BakeState next = state;
    for (int i = 0; i < intervals; i++) {
      next = fold.fold(next, observe(fold.subject(), next));
    }
    return next;
  }

  GridObservations observe(BakeSubject subject, BakeState state) {
    Instant until = state.at().plus(INTERVAL);
    SortedMap<String, GateObservation> gates = new TreeMap<>();
    for (GateSpec gate : subject.gates()) {
      gates.put(gate.name(), observation(gate, Duration.between(EXPOSED, until)));
    }
    return seen.apply(new GridObservations(state.at(), until, standings, gates));
  }

  private GateObservation observation(GateSpec gate, Duration age) {
    return switch (gate) {
      case GateSpec.Ratio ratio -> events();
      case GateSpec.Value value -> reading(cpu, 0.4);
      case GateSpec.Trend trend ->
          reading(256 + memoryPerHour * age.toSeconds() / 3600.0 + random.nextGaussian(), 256);
      case GateSpec.Distribution distribution ->
          reading(cpu + 0.05 * random.nextGaussian(), 0.4 + 0.05 * random.nextGaussian());
      case GateSpec.Alarm alarm -> alerts();
    };
  }

  GateObservation alerts() {
    return new GateObservation.Alerts(TOUCHED, new Measured.Seen<>(new TreeMap<>(firing)));
  }

  private static GateObservation reading(double contender, double incumbent) {
    return new GateObservation.Reading(
        new Measured.Seen<>(contender), new Measured.Seen<>(incumbent));
  }

  private GateObservation.Events events() {
    SortedMap<RegionCode, Measured<Counts>> regions = new TreeMap<>();
    regions.put(SEOUL, new Measured.Seen<>(counts(REQUESTS, contenderRate * everywhere)));
    for (RegionCode region : OTHERS) {
      regions.put(region, new Measured.Seen<>(counts(REQUESTS, RATE * everywhere)));
    }
    return new GateObservation.Events(regions);
  }

  private Counts counts(double requests, double rate) {
    double limit = Math.exp(-requests * rate);
    double product = random.nextDouble();
    long bad = 0;
    while (product > limit) {
      product *= random.nextDouble();
      bad++;
    }
    return new Counts(requests, Math.min(requests, (double) bad));
  }

  /** A bake of two hours that may be held open for a day. */
  static BakeTerms twoHours() {
    return new BakeTerms(
        EXPOSED.plus(Duration.ofHours(2)),
        EXPOSED.plus(Duration.ofHours(24)),
        Duration.ofHours(1),
        Duration.ofHours(6),
        1000);
  }
}
