package dev.meridian.sandbox.series;

import java.util.List;

/** Where series come from. */
public interface SeriesSource {
  /** Every series that meets all conditions, however long ago it ended. */
  List<Series> select(List<Matcher> conditions);
}
