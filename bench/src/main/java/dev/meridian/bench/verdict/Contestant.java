package dev.meridian.bench.verdict;

import dev.meridian.gate.statistics.AlphaShare;
import java.util.List;

/**
 * A rule with a name.
 *
 * @param name as the tables say it
 * @param rule judges
 */
public record Contestant(String name, Rule rule) {
  private static final String OURS = "Meridian ";

  /** Gate alpha when the release's 1 % is spent on one gate of one region. */
  public static final AlphaShare WIDE = new AlphaShare(0.01);

  /** Gate alpha of a release of 10 regions with 3 gates. */
  public static final AlphaShare NARROW = new AlphaShare(0.01 / 30);

  /** Meridian at gate alpha 1 %. */
  public static final Contestant MERIDIAN_WIDE =
      new Contestant(OURS + "1 %", new MeridianBake(WIDE));

  /** Meridian at gate alpha 1 %/30. */
  public static final Contestant MERIDIAN =
      new Contestant(OURS + "1 %/30", new MeridianBake(NARROW));

  /** The rule that exposure is compared with. */
  public static final Contestant THRESHOLD_OF_FIVE =
      new Contestant("1 m x 5", FailedChecks.threshold(60, 5));

  /** Everybody, in the order of the columns. */
  public static final List<Contestant> ALL =
      List.of(
          MERIDIAN_WIDE,
          MERIDIAN,
          THRESHOLD_OF_FIVE,
          new Contestant("5 m, limit 3", FailedChecks.failureLimit(300, 3)),
          new Contestant("1 m, limit 0", FailedChecks.failureLimit(60, 0)),
          new Contestant("50 points", new FiftyPoints()),
          new Contestant("plain 1 %", new PlainSequential(WIDE.alpha())),
          new Contestant("plain 1 %/30", new PlainSequential(NARROW.alpha())),
          new Contestant("alike 1 %", new PairedAlone(WIDE)),
          new Contestant("alike 1 %/30", new PairedAlone(NARROW)));

  /** The gate alpha in the name of one of ours. */
  String alpha() {
    return name.replace(OURS, "");
  }
}
