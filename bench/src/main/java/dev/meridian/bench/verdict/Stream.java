package dev.meridian.bench.verdict;

import dev.meridian.gate.sample.Counts;
import dev.meridian.region.RegionCode;
import dev.meridian.simulation.judge.Chance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One draw of a cell: a week of history in blocks of five minutes, and then intervals of 15 s.
 * There are intervals for fifty minutes at least, because one rule needs so many; the others see
 * the bake alone.
 *
 * @param cell what was drawn
 * @param history by region, all on the incumbent
 * @param contender by interval
 * @param control by control region, each by interval
 */
public record Stream(
    Cell cell,
    SortedMap<RegionCode, List<Counts>> history,
    List<Counts> contender,
    SortedMap<RegionCode, List<Counts>> control) {
  /** Seconds of an interval. */
  public static final int INTERVAL = 15;

  static final RegionCode REGION = new RegionCode("contender");
  private static final int LEAST_MINUTES = 50;
  private static final int IN_A_MINUTE = 60 / INTERVAL;
  private static final int IN_A_BLOCK = 5 * IN_A_MINUTE;
  private static final int BLOCKS_IN_A_WEEK = 7 * 288;
  private static final List<RegionCode> OTHERS =
      IntStream.rangeClosed(1, 4).mapToObj(i -> new RegionCode("control-" + i)).toList();

  public Stream {
    history = Collections.unmodifiableSortedMap(new TreeMap<>(history));
    contender = List.copyOf(contender);
    control = Collections.unmodifiableSortedMap(new TreeMap<>(control));
  }

  /** The stream of a cell with this number, always the same. */
  public static Stream draw(Cell cell, int number) {
    Draw draw = new Draw(cell, new Chance(cell.seed() + number));
    for (int block = 0; block < BLOCKS_IN_A_WEEK; block++) {
      draw.block(block, 1);
    }
    SortedMap<RegionCode, List<Counts>> history = draw.taken();
    int blocks = Math.max(cell.minutes(), LEAST_MINUTES) / 5;
    for (int block = 0; block < blocks; block++) {
      draw.block(block, IN_A_BLOCK);
    }
    SortedMap<RegionCode, List<Counts>> bake = draw.taken();
    List<Counts> contender = bake.remove(REGION);
    return new Stream(cell, history, contender == null ? List.of() : contender, bake);
  }

  /** Intervals of the bake. */
  int intervals() {
    return cell.minutes() * IN_A_MINUTE;
  }

  /** What the contender's region counted in a stretch of intervals. */
  Counts contender(int from, int until) {
    return sum(contender, from, until);
  }

  /** What all control regions counted in a stretch of intervals. */
  Counts control(int from, int until) {
    return control.values().stream()
        .map(region -> sum(region, from, until))
        .reduce(Counts.NONE, Counts::plus);
  }

  private static Counts sum(List<Counts> counts, int from, int until) {
    double all = 0;
    double bad = 0;
    for (int i = from; i < until; i++) {
      all += counts.get(i).all();
      bad += counts.get(i).bad();
    }
    return new Counts(all, bad);
  }

  /** Draws block after block. */
  private static final class Draw {
    private final Cell cell;
    private final Chance chance;
    private SortedMap<RegionCode, List<Counts>> counts = new TreeMap<>();

    Draw(Cell cell, Chance chance) {
      this.cell = cell;
      this.chance = chance;
    }

    SortedMap<RegionCode, List<Counts>> taken() {
      SortedMap<RegionCode, List<Counts>> taken = counts;
      counts = new TreeMap<>();
      return taken;
    }

    /** One block of five minutes in so many parts; one part is a block of history. */
    void block(int block, int parts) {
      double common = chance.noise(cell.noise().common());
      boolean harmed = parts > 1 && block * 5 >= cell.onset();
      double rate = Cell.BASE * common * (harmed ? cell.rise() : 1);
      region(REGION, cell.load() * 5 / parts, rate, parts);
      for (RegionCode other : cell.control() > 0 ? OTHERS : List.<RegionCode>of()) {
        double requests = cell.load() * cell.control() / OTHERS.size() * 5 / parts;
        region(other, requests, Cell.BASE / cell.ratio() * common, parts);
      }
    }

    private void region(RegionCode region, double requests, double rate, int parts) {
      double own = rate * chance.noise(cell.noise().own());
      List<Counts> into = counts.computeIfAbsent(region, _ -> new ArrayList<>());
      for (int i = 0; i < parts; i++) {
        double all = chance.poisson(requests);
        into.add(new Counts(all, Math.min(all, chance.poisson(requests * own))));
      }
    }
  }
}
