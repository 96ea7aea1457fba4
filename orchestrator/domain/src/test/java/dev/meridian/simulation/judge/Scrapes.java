package dev.meridian.simulation.judge;

import dev.meridian.gate.bake.History;
import dev.meridian.gate.sample.Counts;
import dev.meridian.region.RegionCode;
import dev.meridian.simulation.judge.Interval.Told;
import dev.meridian.simulation.judge.MetricFault.Kind;
import dev.meridian.simulation.judge.Traffic.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the metrics system says of the traffic, interval by interval. */
public final class Scrapes {
  private static final int BLOCKS_OF_A_DAY = 288;

  private final JudgedWorld world;
  private final List<Place> served;
  private final Traffic traffic;
  private final SortedMap<Integer, Sample> heldBack = new TreeMap<>();

  /** The metrics of a world. */
  public Scrapes(JudgedWorld world) {
    this.world = world;
    this.served = world.served();
    this.traffic = new Traffic(world);
  }

  /** What is known of the day before the release, by ratio gate. */
  public SortedMap<String, History> histories() {
    SortedMap<RegionCode, List<Counts>> errors = new TreeMap<>();
    SortedMap<RegionCode, List<Counts>> latency = new TreeMap<>();
    for (int block = -BLOCKS_OF_A_DAY; block < 0; block++) {
      for (Place place : served) {
        Sample sample = traffic.before(place, block);
        blocks(errors, place).add(new Counts(sample.all(), sample.failing()));
        blocks(latency, place).add(new Counts(sample.all(), sample.slow()));
      }
    }
    SortedMap<String, History> histories = new TreeMap<>();
    histories.put(Gates.ERRORS, new History(errors));
    histories.put(Gates.LATENCY, new History(latency));
    return histories;
  }

  private static List<Counts> blocks(SortedMap<RegionCode, List<Counts>> all, Place place) {
    return all.computeIfAbsent(place.code(), _ -> new ArrayList<>(BLOCKS_OF_A_DAY));
  }

  /**
   * The next interval; each is asked for once and in order, because what is late is told later.
   *
   * @param serving by number of the place
   */
  public Interval next(long from, List<Serving> serving) {
    SortedMap<RegionCode, Told> told = new TreeMap<>();
    for (Place place : served) {
      told.put(place.code(), told(place, from, serving.get(place.number())));
    }
    return new Interval(from, from + world.interval().toSeconds(), told);
  }

  private Told told(Place place, long from, Serving here) {
    if (here.dark() || (here.share() == 0 && here.moved() == 0)) {
      return Told.NOTHING;
    }
    int seconds = (int) world.interval().toSeconds();
    Sample sample = traffic.sample(place, from, seconds, here);
    Kind fault = fault(place, from);
    boolean even = from / seconds % 2 == 0;
    return switch (fault) {
      case SILENT -> Told.NOTHING;
      case UNANSWERED -> Told.UNANSWERED;
      case DOUBLED -> Told.of(sample.plus(sample));
      case NONE -> Told.of(withHeldBack(place, sample));
      case LATE -> {
        if (even) {
          heldBack.put(place.number(), sample);
          yield Told.NOTHING;
        }
        yield Told.of(withHeldBack(place, sample));
      }
    };
  }

  private Sample withHeldBack(Place place, Sample sample) {
    Sample earlier = heldBack.remove(place.number());
    return earlier == null ? sample : sample.plus(earlier);
  }

  private Kind fault(Place place, long second) {
    for (MetricFault fault : world.faults()) {
      if (fault.holds(place.number(), second)) {
        return fault.kind();
      }
    }
    return Kind.NONE;
  }
}
