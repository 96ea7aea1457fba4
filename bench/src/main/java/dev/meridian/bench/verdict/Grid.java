package dev.meridian.bench.verdict;

import dev.meridian.bench.verdict.Cell.Noise;
import java.util.ArrayList;
import java.util.List;

/** The cells: which of them a page needs, and all of them. */
public final class Grid {
  /** Requests a minute. */
  public static final List<Double> LOADS = List.of(60.0, 200.0, 1000.0, 5000.0);

  /** 0.1 % to 0.2, 0.5, 1 and 5 %. */
  public static final List<Double> RISES = List.of(2.0, 5.0, 10.0, 50.0);

  /** Requests of the control for each of the contender's. */
  public static final List<Double> CONTROLS = List.of(10.0, 1.0, 0.1, 0.0);

  static final List<Double> RATIOS = List.of(0.3, 1.0, 3.0);
  static final List<Double> NOISES = List.of(0.0, 0.5, 1.0);

  /** Minutes of the shorter bake. */
  public static final int SHORT = 30;

  /** Minutes of the longer bake. */
  public static final int LONG = 720;

  /** Minute at which a late defect begins. */
  public static final int LATE = 360;

  static final Noise USUAL = new Noise(0.5, 0);

  private static final int FOCUS = 10;
  private static final int LONG_SHARE = 4;

  private Grid() {}

  /**
   * Cells with the same number of streams each.
   *
   * @param cells in the order of the page
   * @param runs streams of each
   */
  public record Part(List<Cell> cells, int runs) {
    public Part {
      cells = List.copyOf(cells);
    }
  }

  /**
   * What the page needs.
   *
   * @param runs streams of each healthy cell with a short bake
   */
  public static List<Part> page(int runs) {
    List<Cell> longDefects = new ArrayList<>();
    for (double load : LOADS) {
      longDefects.add(new Cell(load, 2, USUAL, 1, 10, LONG, 0));
      longDefects.add(new Cell(load, 10, USUAL, 1, 10, LONG, LATE));
    }
    List<Cell> weathers =
        NOISES.stream().map(Grid::weather).filter(cell -> !found().contains(cell)).toList();
    return List.of(
        new Part(weathers, FOCUS * runs),
        new Part(healthy(SHORT), runs),
        new Part(healthy(LONG), Math.max(1, runs / LONG_SHARE)),
        new Part(found(), FOCUS * runs),
        new Part(tenfold(), FOCUS * runs),
        new Part(longDefects, 2 * runs));
  }

  /** Everything. */
  public static List<Part> full(int runs) {
    List<Cell> cells = new ArrayList<>();
    for (int minutes : List.of(SHORT, LONG)) {
      cells.addAll(healthy(minutes));
      for (double rise : RISES) {
        cells.addAll(cells(rise, minutes));
      }
    }
    return List.of(new Part(cells, runs));
  }

  /** Healthy releases: every load, noise, ratio and control. */
  static List<Cell> healthy(int minutes) {
    return cells(1, minutes);
  }

  private static List<Cell> cells(double rise, int minutes) {
    List<Cell> cells = new ArrayList<>();
    for (double load : LOADS) {
      for (Noise noise : noises()) {
        for (double ratio : RATIOS) {
          for (double control : CONTROLS) {
            cells.add(new Cell(load, rise, noise, ratio, control, minutes, 0));
          }
        }
      }
    }
    return cells;
  }

  /** Every pair of common and own noise. */
  static List<Noise> noises() {
    return NOISES.stream()
        .flatMap(common -> NOISES.stream().map(own -> new Noise(common, own)))
        .toList();
  }

  /** Every load and rise with a control ten times as large, the noise in common. */
  static List<Cell> found() {
    return LOADS.stream()
        .flatMap(load -> RISES.stream().map(rise -> new Cell(load, rise, USUAL, 1, 10, SHORT, 0)))
        .toList();
  }

  /** Tenfold rises for every control and own noise, at 200 a minute and more. */
  static List<Cell> tenfold() {
    List<Cell> cells = new ArrayList<>();
    for (double control : CONTROLS) {
      for (double own : NOISES) {
        for (double load : LOADS.subList(1, LOADS.size())) {
          cells.add(tenfold(load, own, control));
        }
      }
    }
    cells.removeAll(found());
    return cells;
  }

  /** A tenfold rise at 1,000 a minute with a control ten times as large, under common noise. */
  static Cell weather(double common) {
    return new Cell(1000, 10, new Noise(common, 0), 1, 10, SHORT, 0);
  }

  /** A tenfold rise at this load, own noise and control. */
  static Cell tenfold(double load, double own, double control) {
    return new Cell(load, 10, new Noise(USUAL.common(), own), 1, control, SHORT, 0);
  }
}
