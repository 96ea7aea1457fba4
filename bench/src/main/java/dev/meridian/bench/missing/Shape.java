package dev.meridian.bench.missing;

import java.util.Arrays;
import java.util.List;

/** How the contender's data is missing, from some moment of the bake on. */
public enum Shape {
  /** For comparison: without it, a bench that never passes anything would look good. */
  NOTHING_MISSING("nothing missing", 0),
  NEVER_THERE("never there", 0),
  STOPS("stops", Shape.UNTIL_SILENT),
  /**
   * One scrape in four is there: of nine intervals and a quarter of 71 others, also those watched
   * after the bake, fewer than the thirty good ones that a pass needs.
   */
  GAPS("gaps", 0.15),
  /** The last sample again, as old as it is. */
  STALE("stale", Shape.UNTIL_SILENT),
  NAN("NaN", Shape.UNTIL_SILENT),
  INFINITY("infinity", Shape.UNTIL_SILENT),
  /** Bad events without all events, counts without buckets, several series for one number. */
  PARTIAL("partial series", Shape.UNTIL_SILENT),
  /** Restarted before each scrape: 0, every time. */
  RESET_ONLY("reset only", Shape.HALF),
  /** Each sample arrives when its interval has been judged. */
  LATE("late", Shape.UNTIL_SILENT),
  /** The last value again and again, twice in each answer, with a new time. */
  DUPLICATE("duplicate", Shape.HALF),
  WRONG_REVISION("wrong revision", Shape.UNTIL_SILENT),
  QUERY_ERROR("query error", Shape.UNTIL_SILENT),
  /** The metrics system answers well, by a clock that is up to ten minutes off. */
  WRONG_CLOCK("wrong clock", Shape.UNTIL_SILENT);

  /**
   * Counters go silent after two minutes, gates after five more: what has been missing for eight of
   * the fifteen minutes must not pass, however good the others were.
   */
  private static final double UNTIL_SILENT = 7.0 / 15;

  /** Looks as if nobody came: less than half of the samples may be good before. */
  private static final double HALF = 0.45;

  /** The thirteen shapes, without the comparison. */
  public static final List<Shape> MISSING =
      Arrays.stream(values()).filter(it -> it != NOTHING_MISSING).toList();

  private final String words;
  private final double latest;

  Shape(String words, double latest) {
    this.words = words;
    this.latest = latest;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** The latest onset, as a share of the bake, after which a pass would be no mistake. */
  double latest() {
    return latest;
  }

  /** Whether what a kind of gate looks at can be missing in this way. */
  boolean fits(Watched.Kind kind) {
    return switch (kind) {
      case ERRORS, LATENCY -> true;
      case VALUE, TREND, DISTRIBUTION -> this != RESET_ONLY && this != DUPLICATE;
      case ALARM -> this == QUERY_ERROR || this == NOTHING_MISSING;
    };
  }
}
