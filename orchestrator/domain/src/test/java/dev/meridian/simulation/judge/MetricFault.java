package dev.meridian.simulation.judge;

import java.util.Optional;

/**
 * What becomes of metrics on their way to the judge, for a while.
 *
 * @param kind what
 * @param place number of the place; empty for everywhere
 * @param from seconds from the start of the release
 * @param until seconds from the start of the release
 */
record MetricFault(Kind kind, Optional<Integer> place, long from, long until) {
  /** What happens to them. */
  enum Kind {
    /** Nothing. */
    NONE,
    /** No series. */
    SILENT,
    /** The metrics system does not answer. */
    UNANSWERED,
    /** Every second interval is empty, and its events are counted in the next. */
    LATE,
    /** Scraped twice: every event counts double. */
    DOUBLED
  }

  boolean holds(int number, long second) {
    return second >= from && second < until && place.map(own -> own == number).orElse(true);
  }
}
