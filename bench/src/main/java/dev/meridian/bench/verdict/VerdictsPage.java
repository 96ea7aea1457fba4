package dev.meridian.bench.verdict;

import dev.meridian.bench.Table;
import dev.meridian.bench.Target;
import dev.meridian.bench.verdict.Cell.Noise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The tables of what was tried.
 *
 * @param trials every cell that was judged
 */
public record VerdictsPage(List<Trial> trials) {
  public VerdictsPage {
    trials = List.copyOf(trials);
  }

  /** The cells that matter. */
  public List<Table> tables() {
    return List.of(found(), exposed(), stopped(), tenfold(), longBakes());
  }

  /** Each cell in a row. */
  public List<Table> everything() {
    return List.of(
        table(
            "Every cell: load, rise, common/own noise, base ratio, control, minutes: "
                + "median s / p95 s / exposed / stopped",
            trials.stream()
                .map(trial -> row(name(trial.cell()), it -> whole(trial.score(it))))
                .toList()));
  }

  /** Whether the figures are what they should be. */
  public List<Target> targets() {
    return new Targets(this).all();
  }

  /** For programs: each cell with each rule's score. */
  public List<SequencedMap<String, Object>> figures() {
    return trials.stream().map(VerdictsPage::figure).toList();
  }

  /** The one trial of a cell; nothing was run when it was not asked for. */
  Trial of(Cell cell) {
    return trials.stream()
        .filter(trial -> trial.cell().equals(cell))
        .findFirst()
        .orElse(new Trial(cell, new LinkedHashMap<>()));
  }

  /** One contestant's score over all cells of a kind. */
  Score pooled(Contestant contestant, Predicate<Cell> kind) {
    List<Integer> seconds = new ArrayList<>();
    int runs = 0;
    double exposed = 0;
    for (Trial trial : trials) {
      if (kind.test(trial.cell())) {
        Score score = trial.score(contestant);
        runs += score.runs();
        exposed += score.exposed();
        seconds.addAll(score.seconds());
      }
    }
    return new Score(runs, seconds, exposed);
  }

  private Table found() {
    return table(
        "Found after (median, p95 in s; missed in 30 minutes): control 10x, common noise CV 0.5",
        Grid.found().stream()
            .map(cell -> row(brief(cell), it -> times(of(cell).score(it))))
            .toList());
  }

  private Table exposed() {
    return table(
        "Requests exposed (mean) on the same streams",
        Grid.found().stream()
            .map(cell -> row(brief(cell), it -> count(of(cell).score(it).meanExposed())))
            .toList());
  }

  private Table stopped() {
    List<List<String>> rows = new ArrayList<>();
    for (int minutes : List.of(Grid.SHORT, Grid.LONG)) {
      String bake = minutes == Grid.SHORT ? "30 min, " : "12 h, ";
      Predicate<Cell> healthy = cell -> cell.healthy() && cell.minutes() == minutes;
      for (double load : Grid.LOADS) {
        rows.add(healthy(bake + count(load) + "/min", healthy.and(cell -> cell.load() == load)));
      }
      for (Noise noise : Grid.noises()) {
        rows.add(healthy(bake + "CV " + noise, healthy.and(cell -> cell.noise().equals(noise))));
      }
    }
    return table(
        "Healthy gates stopped, by load and by noise CV (common/own), over all the rest of the grid",
        rows);
  }

  private List<String> healthy(String name, Predicate<Cell> kind) {
    return row(name, it -> percent(pooled(it, kind).stopped()));
  }

  /** Meridian alone: what its control and its neighbours' weather cost it. */
  private Table tenfold() {
    List<Double> loads = Grid.LOADS.subList(1, Grid.LOADS.size());
    List<Contestant> own = List.of(Contestant.MERIDIAN_WIDE, Contestant.MERIDIAN);
    List<String> header = new ArrayList<>(List.of(""));
    loads.forEach(load -> own.forEach(it -> header.add(count(load) + "/min, " + it.alpha())));
    List<List<String>> rows = new ArrayList<>();
    for (double control : Grid.CONTROLS) {
      for (double cv : Grid.NOISES) {
        List<String> row = new ArrayList<>();
        row.add(String.format(Locale.ROOT, "%s, own %.1f", control(control), cv));
        for (double load : loads) {
          Trial trial = of(Grid.tenfold(load, cv, control));
          own.forEach(it -> row.add(times(trial.score(it))));
        }
        rows.add(row);
      }
    }
    return new Table(
        "Meridian, 0.1 -> 1 % by control and own noise CV, by load and gate alpha: median, p95"
            + " (missed in 30 minutes)",
        header, rows);
  }

  private Table longBakes() {
    List<List<String>> rows = new ArrayList<>();
    for (double load : Grid.LOADS) {
      Cell slight = new Cell(load, 2, Grid.USUAL, 1, 10, Grid.LONG, 0);
      Cell late = new Cell(load, 10, Grid.USUAL, 1, 10, Grid.LONG, Grid.LATE);
      rows.add(row(count(load) + "/min, 0.2 %", it -> times(of(slight).score(it))));
      rows.add(row(count(load) + "/min, 1 % from hour 6 on", it -> times(of(late).score(it))));
    }
    return table("Bakes of 12 hours, control 10x: median, p95 from the defect's onset on", rows);
  }

  private static Table table(String title, List<List<String>> rows) {
    List<String> header =
        Stream.concat(Stream.of(""), Contestant.ALL.stream().map(Contestant::name)).toList();
    return new Table(title, header, rows);
  }

  private static List<String> row(String name, Function<Contestant, String> figure) {
    return Stream.concat(Stream.of(name), Contestant.ALL.stream().map(figure)).toList();
  }

  private static SequencedMap<String, Object> figure(Trial trial) {
    SequencedMap<String, Object> scores = new LinkedHashMap<>();
    trial
        .scores()
        .forEach((name, score) -> {
          SequencedMap<String, Object> one = new LinkedHashMap<>();
          one.put("runs", score.runs());
          one.put("stopped", score.seconds().size());
          addFinite(one, "medianSeconds", score.quantile(0.5));
          addFinite(one, "p95Seconds", score.quantile(0.95));
          addFinite(one, "meanExposed", score.meanExposed());
          scores.put(name, one);
        });
    SequencedMap<String, Object> figure = new LinkedHashMap<>();
    figure.put("cell", trial.cell());
    figure.put("scores", scores);
    return figure;
  }

  private static void addFinite(SequencedMap<String, Object> into, String name, double value) {
    if (Double.isFinite(value)) {
      into.put(name, value);
    }
  }

  private static String name(Cell cell) {
    return String.format(
        Locale.ROOT,
        "%s %s, ratio %.1f, %s, %d min",
        brief(cell),
        cell.noise(),
        cell.ratio(),
        control(cell.control()),
        cell.minutes());
  }

  private static String brief(Cell cell) {
    return String.format(
        Locale.ROOT, "%,.0f/min -> %.1f %%", cell.load(), 100 * Cell.BASE * cell.rise());
  }

  static String control(double control) {
    return control == 0 ? "no control" : String.format(Locale.ROOT, "%.3gx", control);
  }

  private static String whole(Score score) {
    return times(score) + " / " + count(score.meanExposed()) + " / " + percent(score.stopped());
  }

  /** {@code 45, 75 (0.5 %)}: a median, a 95th percentile, and what was missed. */
  private static String times(Score score) {
    if (score.runs() == 0) {
      return "";
    }
    double missed = 1 - score.stopped();
    return seconds(score.quantile(0.5))
        + ", "
        + seconds(score.quantile(0.95))
        + (missed > 0 ? " (" + percent(missed) + ")" : "");
  }

  private static String seconds(double seconds) {
    return Double.isFinite(seconds) ? count(seconds) : "-";
  }

  static String count(double number) {
    return Double.isNaN(number) ? "" : String.format(Locale.ROOT, "%,.0f", number);
  }

  static String percent(double share) {
    if (Double.isNaN(share)) {
      return "";
    }
    return share == 0
        ? "0"
        : String.format(Locale.ROOT, share < 0.001 ? "%.3f %%" : "%.1f %%", share * 100);
  }
}
