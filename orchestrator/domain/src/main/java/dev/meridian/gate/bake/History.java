package dev.meridian.gate.bake;

import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.statistics.Calibrator;
import dev.meridian.gate.statistics.Pair;
import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one gate counted before the release, while every region ran the incumbent: blocks of five
 * minutes by region.
 */
public final class History {
  public static final History NONE = new History(new TreeMap<>());

  private final SortedMap<RegionCode, Region> regions = new TreeMap<>();

  private record Region(List<Counts> blocks, double requests, boolean covered) {}

  /**
   * @param blocks all of the same hours; {@link Counts#NONE} where nothing was seen
   */
  public History(SortedMap<RegionCode, List<Counts>> blocks) {
    blocks.forEach((region, own) -> regions.put(region, summed(own)));
  }

  private static Region summed(List<Counts> blocks) {
    return new Region(
        List.copyOf(blocks),
        blocks.stream().mapToDouble(Counts::all).sum(),
        blocks.stream().filter(block -> block.all() > 0).count() >= Calibrator.BLOCKS_NEEDED);
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
    return known != null && known.covered();
  }

  /**
   * Requests that usually come to a region in so long; more than any number where nothing is known.
   */
  double usual(RegionCode region, Duration interval) {
    Region known = regions.get(region);
    return known == null || known.blocks().isEmpty()
        ? Double.POSITIVE_INFINITY
        : known.requests() / known.blocks().size() * interval.toMillis() / Step.BLOCK.toMillis();
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
