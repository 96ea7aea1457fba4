package dev.meridian.gate.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Where each series of one counter in one region stood when it was last read.
 *
 * <p>An increment belongs to the interval that holds the later of its two samples. A smaller value
 * is a reset: the increment is the new value. A sample that is not newer than the last one taken (a
 * duplicate, or one that came late) adds nothing, for the next one carries what it counted. NaN and
 * infinities are no samples.
 *
 * @param tracks by the series' labels
 * @param since when the region's present stretch of reporting began
 * @param newest when any of its series was last scraped
 */
public record CounterTracks(SortedMap<SortedLabels, Track> tracks, Instant since, Instant newest) {
  public static final CounterTracks NONE =
      new CounterTracks(new TreeMap<>(), Instant.EPOCH, Instant.EPOCH);

  /** Nothing scraped for so long: the region is not reporting. */
  public static final Duration STALE = Duration.ofMinutes(2);

  /** Where one series stood. */
  record Track(Instant at, double value) {}

  /** How much a series seen for the first time has counted since we watch. */
  public enum Birth {
    /** All of its value: the series belong to the contender and are as new as it is. */
    FROM_ZERO,
    /**
     * All of its value once its region has been reporting for a while; before that it may have been
     * there unseen, and where it stands is taken as its beginning.
     */
    FROM_ZERO_WHILE_REPORTING
  }

  /**
   * What was counted in each interval.
   *
   * @param tracks for the intervals that follow
   * @param increments one for each interval
   * @param reporting for each interval, whether any series was scraped lately
   */
  public record Counted(CounterTracks tracks, List<Double> increments, List<Boolean> reporting) {
    public Counted {
      increments = List.copyOf(increments);
      reporting = List.copyOf(reporting);
    }
  }

  public CounterTracks {
    tracks = Collections.unmodifiableSortedMap(new TreeMap<>(tracks));
  }

  /** Takes where the series stand at {@code until} without counting anything. */
  public CounterTracks primed(List<RawSeries> series, Instant until) {
    TrackReading reading = new TrackReading(this);
    TrackReading.scrapes(series, newest, until)
        .forEach(scrape -> reading.take(scrape, Birth.FROM_ZERO_WHILE_REPORTING));
    return reading.tracks();
  }

  /** Counts what the samples add to each interval. */
  public Counted counted(List<RawSeries> series, Tiling tiling, Birth birth) {
    double[] increments = new double[tiling.count()];
    @Nullable Instant[] scraped = new @Nullable Instant[tiling.count()];
    TrackReading reading = new TrackReading(this);
    for (TrackReading.Scrape scrape : TrackReading.scrapes(series, tiling.from(), tiling.until())) {
      int interval = tiling.indexOf(scrape.sample().at());
      increments[interval] += reading.take(scrape, birth);
      scraped[interval] = scrape.sample().at();
    }
    return new Counted(
        reading.tracks(), DoubleStream.of(increments).boxed().toList(), reporting(scraped, tiling));
  }

  private List<Boolean> reporting(@Nullable Instant[] scraped, Tiling tiling) {
    List<Boolean> reporting = new ArrayList<>();
    Instant last = newest;
    for (int i = 0; i < tiling.count(); i++) {
      last = Objects.requireNonNullElse(scraped[i], last);
      reporting.add(last.plus(STALE).isAfter(tiling.end(i)));
    }
    return reporting;
  }
}
