package dev.meridian.gate.bake;

import dev.meridian.gate.change.Disturbance;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.statistics.Calibrator;
import dev.meridian.gate.statistics.Pair;
import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one gate counted before the release, while every region ran the incumbent: blocks of five
 * minutes by region, of the newest week as far as it was kept.
 *
 * <p>A week, because kappa and phi are the better known the more blocks there are, and because
 * weekends are in it. A release of last Tuesday is in it as well, so blocks are left out in which
 * anything was disturbed.
 */
public final class History {
  public static final History NONE = new History(new TreeMap<>());

  /** How far back it reaches. */
  public static final Duration LENGTH = Duration.ofDays(7);

  private static final int DAY = 288;

  private final SortedMap<RegionCode, Region> regions = new TreeMap<>();

  /**
   * @param counted blocks in which anything came
   * @param known blocks since the first of them
   */
  private record Region(List<Counts> blocks, double requests, int counted, int known) {
    static Region of(List<Counts> blocks) {
      int first = 0;
      while (first < blocks.size() && blocks.get(first).all() == 0) {
        first++;
      }
      return new Region(
          List.copyOf(blocks),
          blocks.stream().mapToDouble(Counts::all).sum(),
          (int) blocks.stream().filter(block -> block.all() > 0).count(),
          blocks.size() - first);
    }

    double perSecond() {
      return known == 0 ? 0 : requests / known / Step.BLOCK.toSeconds();
    }
  }

  /**
   * @param blocks all of the same hours; {@link Counts#NONE} where nothing was seen
   */
  public History(SortedMap<RegionCode, List<Counts>> blocks) {
    blocks.forEach((region, own) -> regions.put(region, Region.of(own)));
  }

  /**
   * The blocks in which no region was disturbed; where these do not make a day, those of the newest
   * day, whatever happened in it.
   *
   * @param blocks all of the same hours, as many for each region
   * @param until end of the last
   */
  public static History undisturbed(
      SortedMap<RegionCode, List<Counts>> blocks, Instant until, List<Disturbance> disturbed) {
    int length = blocks.values().stream().mapToInt(List::size).max().orElse(0);
    List<Integer> quiet = new ArrayList<>();
    for (int block = 0; block < length; block++) {
      Instant from = until.minus(Step.BLOCK.multipliedBy(length - block));
      Instant to = from.plus(Step.BLOCK);
      if (disturbed.stream().noneMatch(each -> each.touches(blocks.keySet(), from, to))) {
        quiet.add(block);
      }
    }
    SortedMap<RegionCode, List<Counts>> kept = new TreeMap<>();
    blocks.forEach((region, own) ->
        kept.put(
            region,
            quiet.size() < Calibrator.BLOCKS_NEEDED
                ? own.subList(Math.max(0, own.size() - DAY), own.size())
                : quiet.stream().map(own::get).toList()));
    return new History(kept);
  }

  /** Everything that a region counted over all blocks. */
  public Counts total(RegionCode region) {
    return blocks(region).stream().reduce(Counts.NONE, Counts::plus);
  }

  /** The same of some regions together. */
  public Counts total(List<RegionCode> together) {
    return together.stream().map(this::total).reduce(Counts.NONE, Counts::plus);
  }

  /** Requests in a region over all blocks. */
  double requests(RegionCode region) {
    Region known = regions.get(region);
    return known == null ? 0 : known.requests();
  }

  /** Whether a region was seen long enough to be compared. */
  boolean covers(RegionCode region) {
    Region known = regions.get(region);
    return known != null && known.counted() >= Calibrator.BLOCKS_NEEDED;
  }

  /**
   * Requests that usually come to a region in so long; more than any number where nothing is known.
   */
  double usual(RegionCode region, Duration interval) {
    Region known = regions.get(region);
    return known == null || known.known() == 0
        ? Double.POSITIVE_INFINITY
        : known.perSecond() * interval.toMillis() / 1000;
  }

  /** Mean requests/s in some regions together since each was first seen. */
  public double perSecond(List<RegionCode> together) {
    double sum = 0;
    for (RegionCode region : together) {
      Region known = regions.get(region);
      sum += known == null ? 0 : known.perSecond();
    }
    return sum;
  }

  /** Requests in some regions together. */
  double requests(List<RegionCode> together) {
    return together.stream().mapToDouble(this::requests).sum();
  }

  /** Whether all of them were seen long enough. */
  public boolean covers(List<RegionCode> together) {
    return together.stream().allMatch(this::covers);
  }

  /**
   * The contender's regions as one beside the sum of some others; nobody in a block where any of
   * them is missing.
   */
  public List<Pair> pairs(List<RegionCode> contender, List<RegionCode> control) {
    List<Pair> pairs = new ArrayList<>();
    int blocks = contender.stream().mapToInt(region -> blocks(region).size()).min().orElse(0);
    for (int block = 0; block < blocks; block++) {
      pairs.add(new Pair(sum(contender, block), sum(control, block)));
    }
    return pairs;
  }

  private Counts sum(List<RegionCode> control, int block) {
    Counts sum = Counts.NONE;
    for (RegionCode region : control) {
      List<Counts> own = blocks(region);
      if (block >= own.size() || own.get(block).all() == 0) {
        return Counts.NONE;
      }
      sum = sum.plus(own.get(block));
    }
    return sum;
  }

  private List<Counts> blocks(RegionCode region) {
    Region known = regions.get(region);
    return known == null ? List.of() : known.blocks();
  }
}
