package dev.meridian.gate.replay;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.bake.BakeDecision;
import dev.meridian.gate.bake.BakeFold;
import dev.meridian.gate.bake.BakeState;
import dev.meridian.gate.bake.BakeSubject;
import dev.meridian.gate.bake.Crossing;
import dev.meridian.gate.bake.Figures;
import dev.meridian.gate.bake.GateObservation;
import dev.meridian.gate.bake.GridObservations;
import dev.meridian.gate.bake.History;
import dev.meridian.gate.bake.Standing;
import dev.meridian.gate.change.Disturbance;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sight.Baseline;
import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.gate.statistics.Calibrator;
import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Bakes that never were: the newest day, cut into lengths of the planned bake, each judged as if a
 * release had begun there, at the gate's own share of the false stops. Everybody ran the incumbent,
 * so whatever is stopped is stopped falsely.
 *
 * <p>kappa and phi come from the week before, as they do in a release. Were they measured on the
 * day that is replayed, its own oddities would excuse themselves. Counts are looked at every five
 * minutes, not at every interval: a little milder than a bake.
 */
public final class DayReplay {
  /** The newest day, and a history before it. */
  public static final Duration REACH = History.LENGTH.plusDays(1);

  private static final Duration BLOCK = Duration.ofMinutes(5);
  private static final int WEEK = blocks(History.LENGTH);
  private static final int BLOCKS = blocks(REACH);
  private static final int DAY = BLOCKS - WEEK;

  private final GateSpec.Ratio gate;
  private final AlphaShare share;
  private final SortedMap<RegionCode, List<Counts>> blocks;
  private final Instant until;
  private final List<Disturbance> disturbed;
  private final History earlier;
  private final History newest;

  /** One bake, by its blocks. */
  private record Bake(int first, int length) {}

  /**
   * @param blocks of five minutes of every region with users, as far as {@link #REACH}
   * @param until end of the last
   * @param disturbed what is known of this time
   */
  public DayReplay(
      GateSpec.Ratio gate,
      AlphaShare share,
      SortedMap<RegionCode, List<Counts>> blocks,
      Instant until,
      List<Disturbance> disturbed) {
    this.gate = (GateSpec.Ratio) Replay.deciding(gate);
    this.share = share;
    this.blocks = blocks;
    this.until = until;
    this.disturbed = List.copyOf(disturbed);
    this.earlier = week(0);
    this.newest = week(DAY);
  }

  private static int blocks(Duration length) {
    return Math.toIntExact(length.dividedBy(BLOCK));
  }

  /** The history that a release would have after so many blocks and a week. */
  private History week(int from) {
    SortedMap<RegionCode, List<Counts>> week = new TreeMap<>();
    blocks.forEach((region, all) -> week.put(region, all.subList(from, from + WEEK)));
    return History.undisturbed(week, start(from + WEEK), disturbed);
  }

  /** What the gate makes of one region. */
  public DayBefore of(Place place) {
    if (!newest.covers(place.together())) {
      return none(
          place, Optional.empty(), "not seen for a whole day: what it usually does is not known");
    }
    Optional<Baseline> usual = Optional.of(usual(place));
    if (!earlier.covers(place.together())) {
      return none(
          place,
          usual,
          "seen for hardly more than a day: that is needed to calibrate, and leaves none to replay");
    }
    int length = Math.clamp(blocks(place.bake()), 1, DAY);
    List<Crossing> stopped = new ArrayList<>();
    int bakes = 0;
    int leftOut = 0;
    for (int first = WEEK; first + length <= BLOCKS; first += length) {
      if (isDisturbed(place, first, length)) {
        leftOut++;
      } else {
        bakes++;
        crossing(place, new Bake(first, length)).ifPresent(stopped::add);
      }
    }
    return new DayBefore(
        place.region(),
        gate.name(),
        usual,
        bakes,
        stopped.size(),
        leftOut,
        stopped.stream().findFirst(),
        sentence(place, BLOCK.multipliedBy(length), new Tally(bakes, leftOut, stopped)));
  }

  private record Tally(int bakes, int leftOut, List<Crossing> stopped) {}

  private DayBefore none(Place place, Optional<Baseline> usual, String why) {
    String sentence = gate.name() + " in " + place.region() + ": " + why;
    return new DayBefore(place.region(), gate.name(), usual, 0, 0, 0, Optional.empty(), sentence);
  }

  private String sentence(Place place, Duration bake, Tally tally) {
    String left =
        tally.leftOut() == 0
            ? ""
            : ", " + tally.leftOut() + " left out because of what else happened then";
    String stopped =
        tally.stopped().isEmpty()
            ? "none would have been stopped"
            : tally.stopped().size()
                + " would have been stopped: "
                + tally.stopped().getFirst().sentence()
                + " at "
                + tally.stopped().getFirst().at();
    String bakes = tally.bakes() == 1 ? "1 bake" : tally.bakes() + " bakes";
    String length = Figures.duration(bake);
    return "%s in %s: %s of %s over the day before %s%s, %s"
        .formatted(gate.name(), place.region(), bakes, length, until, left, stopped);
  }

  private Baseline usual(Place place) {
    Counts own = newest.total(place.together());
    return Baseline.of(
            own,
            Calibrator.calibrate(
                newest.pairs(place.together(), control(place)), share.calibrationError()))
        .carrying(newest.perSecond(place.together()), newest.perSecond(control(place)));
  }

  private List<RegionCode> control(Place place) {
    return gate.control() ? place.control() : List.of();
  }

  private boolean isDisturbed(Place place, int first, int length) {
    return disturbed.stream()
        .anyMatch(each -> each.touches(place.together(), start(first), start(first + length)));
  }

  private Instant start(int block) {
    return until.minus(BLOCK.multipliedBy(BLOCKS - block));
  }

  private Optional<Crossing> crossing(Place place, Bake bake) {
    SortedMap<RegionCode, Standing> standings = new TreeMap<>();
    control(place).forEach(other -> standings.put(other, Standing.UNTOUCHED));
    BakeSubject subject =
        new BakeSubject(
            place.region(),
            place.together(),
            List.of(gate),
            new TreeMap<>(Map.of(gate.name(), share)),
            new TreeMap<>(Map.of(gate.name(), earlier)),
            new TreeMap<>(),
            start(bake.first()));
    BakeFold fold = new BakeFold(subject);
    BakeState state = fold.begin(standings);
    for (int block = bake.first(); block < bake.first() + bake.length(); block++) {
      state =
          fold.fold(
              state,
              new GridObservations(
                  start(block), start(block + 1), standings, observed(place, block)));
      if (BakeDecision.degraded(subject, state).isPresent()) {
        return state.gates().getFirst().crossing();
      }
    }
    return Optional.empty();
  }

  private SortedMap<String, GateObservation> observed(Place place, int block) {
    SortedMap<RegionCode, Measured<Counts>> regions = new TreeMap<>();
    place.together().forEach(region -> regions.put(region, counted(region, block)));
    control(place).forEach(region -> regions.put(region, counted(region, block)));
    return new TreeMap<>(Map.of(gate.name(), new GateObservation.Events(regions)));
  }

  private Measured<Counts> counted(RegionCode region, int block) {
    List<Counts> own = blocks.getOrDefault(region, List.of());
    return block >= own.size() || own.get(block).all() == 0
        ? new Measured.NoData<>("nothing counted")
        : new Measured.Seen<>(own.get(block));
  }
}
