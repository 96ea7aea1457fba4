package dev.meridian.sandbox.series;

import java.util.List;
import java.util.Optional;

/** What was scraped under one set of labels. */
public interface Series {
  /** Including the metric's name. */
  Labels labels();

  /** Samples from and to these instants, both included, oldest first. */
  List<Point> between(long from, long to);

  /**
   * The newest sample at an instant, not older than {@code at - lookback}; empty as well when a
   * later scrape found the series gone.
   */
  Optional<Point> newest(long at, long lookback);
}
