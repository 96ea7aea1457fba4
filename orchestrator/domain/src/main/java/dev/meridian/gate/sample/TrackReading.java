package dev.meridian.gate.sample;

import dev.meridian.gate.sample.CounterTracks.Birth;
import dev.meridian.gate.sample.CounterTracks.Track;
import dev.meridian.gate.sample.RawSeries.RawSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One pass over new scrapes in order of time. */
final class TrackReading {
  private final SortedMap<SortedLabels, Track> tracks;
  private Instant since;
  private Instant newest;

  /** One sample with the series that it belongs to. */
  record Scrape(SortedLabels labels, RawSample sample) {}

  TrackReading(CounterTracks before) {
    tracks = new TreeMap<>(before.tracks());
    since = before.since();
    newest = before.newest();
  }

  CounterTracks tracks() {
    return new CounterTracks(tracks, since, newest);
  }

  /** Usable samples after {@code from} and up to {@code until}, oldest first. */
  static List<Scrape> scrapes(List<RawSeries> series, Instant from, Instant until) {
    List<Scrape> scrapes = new ArrayList<>();
    for (RawSeries one : series) {
      SortedLabels labels = new SortedLabels(one.labels());
      for (RawSample sample : one.samples()) {
        boolean inside = sample.at().isAfter(from) && !sample.at().isAfter(until);
        if (inside && Double.isFinite(sample.value())) {
          scrapes.add(new Scrape(labels, sample));
        }
      }
    }
    scrapes.sort(Comparator.comparing(scrape -> scrape.sample().at()));
    return scrapes;
  }

  /** What this scrape adds to its series. */
  double take(Scrape scrape, Birth birth) {
    RawSample sample = scrape.sample();
    if (!newest.plus(CounterTracks.STALE).isAfter(sample.at())) {
      since = sample.at();
    }
    newest = sample.at().isAfter(newest) ? sample.at() : newest;
    Track last = tracks.get(scrape.labels());
    if (last != null && !sample.at().isAfter(last.at())) {
      return 0;
    }
    tracks.put(scrape.labels(), new Track(sample.at(), sample.value()));
    return last == null ? newborn(sample, birth) : grown(last, sample);
  }

  private double newborn(RawSample sample, Birth birth) {
    return switch (birth) {
      case FROM_ZERO -> sample.value();
      case FROM_ZERO_WHILE_REPORTING ->
          since.plus(CounterTracks.STALE).isAfter(sample.at()) ? 0 : sample.value();
    };
  }

  private static double grown(Track last, RawSample sample) {
    return sample.value() >= last.value() ? sample.value() - last.value() : sample.value();
  }
}
