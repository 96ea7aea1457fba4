package dev.meridian.bench.missing;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.GateSpec.Events;
import dev.meridian.gate.bake.BakeFold;
import dev.meridian.gate.bake.BakeState;
import dev.meridian.gate.bake.BakeSubject;
import dev.meridian.gate.bake.BakeTerms;
import dev.meridian.gate.bake.History;
import dev.meridian.gate.bake.Standing;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A gate under bake for a quarter of an hour, alone or beside one that sees the contender well.
 *
 * @param kind of the gate
 * @param fold of its bake
 * @param begin the state at the exposure, the same for every run
 */
record Watched(Kind kind, BakeFold fold, BakeState begin) {
  static final Instant EXPOSED = Instant.parse("2026-03-01T12:00:00Z");
  static final Duration INTERVAL = Duration.ofSeconds(15);

  /** Intervals of the bake. */
  static final int BAKE = 60;

  /** Intervals for which it is watched after the bake's end. */
  static final int AFTER = 20;

  static final double REQUESTS = 250;
  static final RegionCode REGION = new RegionCode("contender");
  static final List<RegionCode> OTHERS =
      List.of(new RegionCode("control-1"), new RegionCode("control-2"));
  static final SortedMap<RegionCode, Standing> STANDINGS = standings();
  static final String GATE = "watched";
  static final String BESIDE = "beside";
  static final BakeTerms TERMS =
      new BakeTerms(
          EXPOSED.plus(INTERVAL.multipliedBy(BAKE)),
          EXPOSED.plus(Duration.ofHours(24)),
          Duration.ofHours(1),
          Duration.ofHours(6),
          1000);

  /** A full window, so that it is read once within the bake. */
  private static final int POINTS = 50;

  private static final Share HALF = Share.ofFraction(0.5);

  /** What kind of gate. */
  enum Kind {
    /** A ratio of two counters. */
    ERRORS,
    /** A ratio out of a histogram. */
    LATENCY,
    /** A number against a bound. */
    VALUE,
    /** A leak. */
    TREND,
    /** A window of numbers against the incumbent's. */
    DISTRIBUTION,
    /** What somebody else tells; never alone. */
    ALARM;

    private GateSpec gate() {
      return switch (this) {
        case ERRORS -> ratio(new Events.Counters("all", "bad"));
        case LATENCY -> ratio(new Events.Latency("seconds", Duration.ofMillis(300)));
        case VALUE -> number(GATE);
        case TREND ->
            new GateSpec.Trend(GATE, true, "memory", 512, Duration.ofHours(12), INTERVAL, HALF);
        case DISTRIBUTION ->
            new GateSpec.Distribution(
                GATE, true, "cpu", GateSpec.Direction.INCREASE, POINTS, 0.8, INTERVAL, HALF);
        case ALARM ->
            new GateSpec.Alarm(
                GATE, true, "Alert", new TreeMap<>(), GateSpec.Effect.HOLD, INTERVAL, HALF);
      };
    }
  }

  /** Every kind, alone (but for alarms) and beside another gate. */
  static List<Watched> all() {
    List<Watched> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (kind != Kind.ALARM) {
        all.add(of(kind, List.of(kind.gate())));
      }
      all.add(of(kind, List.of(kind.gate(), number(BESIDE))));
    }
    return all;
  }

  private static Watched of(Kind kind, List<GateSpec> gates) {
    SortedMap<String, AlphaShare> shares = new TreeMap<>();
    shares.put(GATE, new AlphaShare(0.01 / 30));
    SortedMap<String, History> histories = new TreeMap<>();
    histories.put(GATE, history());
    BakeFold fold =
        new BakeFold(new BakeSubject(REGION, gates, shares, histories, new TreeMap<>(), EXPOSED));
    return new Watched(kind, fold, fold.begin(STANDINGS));
  }

  private static GateSpec.Ratio ratio(Events events) {
    return new GateSpec.Ratio(GATE, true, events, Share.ofFraction(0.01), true, INTERVAL, HALF);
  }

  private static GateSpec.Value number(String name) {
    return new GateSpec.Value(name, true, "cpu", 0.9, Optional.of(2.0), 8, 12, INTERVAL, HALF);
  }

  private static SortedMap<RegionCode, Standing> standings() {
    SortedMap<RegionCode, Standing> standings = new TreeMap<>();
    OTHERS.forEach(region -> standings.put(region, Standing.UNTOUCHED));
    return Collections.unmodifiableSortedMap(standings);
  }

  /** A day at one bad request in a thousand, everywhere. */
  private static History history() {
    Counts block = new Counts(20 * REQUESTS, 20 * REQUESTS / 1000);
    SortedMap<RegionCode, List<Counts>> blocks = new TreeMap<>();
    OTHERS.forEach(region -> blocks.put(region, Collections.nCopies(288, block)));
    blocks.put(REGION, Collections.nCopies(288, block));
    return new History(blocks);
  }
}
