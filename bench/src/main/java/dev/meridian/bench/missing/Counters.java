package dev.meridian.bench.missing;

import dev.meridian.gate.sample.CounterTracks;
import dev.meridian.gate.sample.CounterTracks.Birth;
import dev.meridian.gate.sample.CounterTracks.Counted;
import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.sample.EventSeries;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.RawSeries;
import dev.meridian.gate.sample.RawSeries.RawSample;
import dev.meridian.gate.sample.Tiling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The contender's two counters as scraped, and what is counted of them: answers in the shape of one
 * kind of missing data go through the real {@link EventSeries} and {@link CounterTracks}.
 */
final class Counters {
  private static final Duration SETTLED = Duration.ofSeconds(5);
  private static final String CONTENDER = "contender";

  private final boolean histogram;
  private final SplittableRandom random;
  private CounterTracks allTracks = CounterTracks.NONE;
  private CounterTracks badTracks = CounterTracks.NONE;
  private Scrape truth = new Scrape(Watched.EXPOSED, 0, 0);
  private Scrape last = truth;

  /** Where both counters stand. */
  private record Scrape(Instant at, double all, double bad) {
    Scrape at(Instant moved) {
      return new Scrape(moved, all, bad);
    }
  }

  Counters(boolean histogram, SplittableRandom random) {
    this.histogram = histogram;
    this.random = random;
  }

  /** What one interval measures in this shape. */
  Measured<Counts> measured(Shape shape, Instant from, int interval) {
    Instant now = from.plus(Watched.INTERVAL).minus(SETTLED);
    double more = random.nextInt(200, 300);
    double bad = random.nextInt(1000) < more ? 1 : 0;
    truth = new Scrape(now, truth.all() + more, truth.bad() + bad);
    if (shape == Shape.NOTHING_MISSING) {
      last = truth;
    }
    if (shape == Shape.QUERY_ERROR) {
      return new Measured.QueryError<>("503");
    }
    if (shape == Shape.WRONG_CLOCK && WrongClock.trouble(random).isPresent()) {
      return new Measured.QueryError<>("a clock that is not ours");
    }
    return counted(answer(shape, from, interval), new Tiling(from, Watched.INTERVAL, 1));
  }

  private EventSeries answer(Shape shape, Instant from, int interval) {
    return switch (shape) {
      case NOTHING_MISSING, WRONG_CLOCK -> series(truth, truth, CONTENDER);
      case NEVER_THERE, STOPS, QUERY_ERROR -> new EventSeries(List.of(), List.of());
      case GAPS ->
          interval % 4 == 0
              ? series(truth, truth, CONTENDER)
              : new EventSeries(List.of(), List.of());
      case STALE -> series(last, last, CONTENDER);
      case NAN -> broken(Double.NaN);
      case INFINITY ->
          broken(random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
      case PARTIAL -> partial();
      case RESET_ONLY -> {
        Scrape zero = new Scrape(truth.at(), 0, 0);
        yield series(zero, zero, CONTENDER);
      }
      case LATE -> {
        Scrape late = truth.at(from.minusSeconds(random.nextInt(0, 120)));
        yield series(late, late, CONTENDER);
      }
      case DUPLICATE -> series(last.at(truth.at().minusMillis(1)), last.at(truth.at()), CONTENDER);
      case WRONG_REVISION -> series(truth, truth, "incumbent");
    };
  }

  private EventSeries broken(double value) {
    Scrape scrape = new Scrape(truth.at(), value, value);
    return series(scrape, scrape, CONTENDER);
  }

  private EventSeries partial() {
    List<RawSeries> bad = List.of(one(CONTENDER, List.of(new RawSample(truth.at(), truth.bad()))));
    return histogram ? EventSeries.latency(bad, List.of()) : new EventSeries(List.of(), bad);
  }

  /** The query asks for one revision: series of others are not in its answer. */
  private EventSeries series(Scrape first, Scrape second, String revision) {
    if (!revision.equals(CONTENDER)) {
      return new EventSeries(List.of(), List.of());
    }
    List<Scrape> scrapes = first.equals(second) ? List.of(first) : List.of(first, second, second);
    List<RawSeries> all =
        List.of(one(revision, scrapes.stream().map(it -> sample(it, it.all())).toList()));
    if (histogram) {
      List<RawSample> quick = scrapes.stream().map(it -> sample(it, it.all() - it.bad())).toList();
      return EventSeries.latency(all, List.of(one(revision, quick)));
    }
    return new EventSeries(
        all, List.of(one(revision, scrapes.stream().map(it -> sample(it, it.bad())).toList())));
  }

  private static RawSample sample(Scrape scrape, double value) {
    return new RawSample(scrape.at(), value);
  }

  private static RawSeries one(String revision, List<RawSample> samples) {
    TreeMap<String, String> labels = new TreeMap<>();
    labels.put("revision", revision);
    return new RawSeries(labels, samples);
  }

  /** As the worker does it: nothing scraped lately is no data. */
  private Measured<Counts> counted(EventSeries series, Tiling tiling) {
    Counted all = allTracks.counted(series.all(), tiling, Birth.FROM_ZERO);
    Counted bad = badTracks.counted(series.bad(), tiling, Birth.FROM_ZERO);
    allTracks = all.tracks();
    badTracks = bad.tracks();
    if (!all.reporting().getFirst()) {
      return new Measured.NoData<>("nothing scraped for " + CounterTracks.STALE);
    }
    double events = all.increments().getFirst();
    return new Measured.Seen<>(new Counts(events, Math.min(events, bad.increments().getFirst())));
  }
}
