package dev.meridian.gate.sample;

import dev.meridian.gate.sample.CounterTracks.Birth;
import dev.meridian.gate.sample.RawSeries.RawSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Counters that are reset, are born late, come twice or late, or are NaN: what is counted is what a
 * plain walk over each series counts, each event once and in the interval of its later sample.
 */
public final class CountersChecker {
  private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
  private static final int INTERVAL = 15;

  private final SplittableRandom random;
  private final Birth birth;
  private final List<RawSeries> series = new ArrayList<>();

  private CountersChecker(long seed) {
    random = new SplittableRandom(seed);
    birth = random.nextBoolean() ? Birth.FROM_ZERO : Birth.FROM_ZERO_WHILE_REPORTING;
  }

  /** What is counted wrongly in this seed's series, if anything is. */
  public static Optional<String> violation(long seed) {
    CountersChecker checker = new CountersChecker(seed);
    try {
      return checker.counted().or(checker::latency);
    } catch (RuntimeException broken) {
      return Optional.of(String.valueOf(broken.getMessage()));
    }
  }

  private void draw(int seconds) {
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      SortedMap<String, String> labels = new TreeMap<>();
      labels.put("pod", "pod-" + i);
      labels.put("zone", "zone-" + i % 2);
      List<RawSample> samples = new ArrayList<>();
      double value = random.nextInt(100);
      int silentFrom = random.nextInt(seconds);
      int silentTo = silentFrom + random.nextInt(600);
      int at = random.nextInt(3) == 0 ? random.nextInt(seconds) : random.nextInt(INTERVAL);
      for (; at < seconds; at += random.nextInt(8, 22)) {
        value = random.nextInt(25) == 0 ? random.nextInt(6) : value + random.nextInt(9);
        boolean silent = at >= silentFrom && at < silentTo;
        boolean odd = random.nextInt(20) == 0;
        if (!silent) {
          samples.add(new RawSample(BEGIN.plusSeconds(at), odd ? Double.NaN : value));
        }
        if (random.nextInt(15) == 0 && !silent) {
          samples.add(new RawSample(BEGIN.plusSeconds(at), value));
        }
      }
      series.add(new RawSeries(labels, samples));
    }
  }

  /** In fetches of a few intervals each, every fetch with everything that there is. */
  private Optional<String> counted() {
    int intervals = random.nextInt(20, 80);
    draw(intervals * INTERVAL);
    CounterTracks tracks = CounterTracks.NONE;
    int primed = random.nextInt(3) * random.nextInt(10);
    if (primed > 0) {
      tracks = tracks.primed(series, BEGIN.plusSeconds((long) primed * INTERVAL));
    }
    List<Double> counted = new ArrayList<>();
    List<Boolean> reporting = new ArrayList<>();
    for (int done = primed; done < intervals; ) {
      int next = Math.min(random.nextInt(1, 9), intervals - done);
      Instant from = BEGIN.plusSeconds((long) done * INTERVAL);
      Tiling tiling = new Tiling(from, Duration.ofSeconds(INTERVAL), next);
      CounterTracks.Counted result = tracks.counted(series, tiling, birth);
      tracks = result.tracks();
      counted.addAll(result.increments());
      reporting.addAll(result.reporting());
      done += next;
    }
    Walk walk = new Walk(primed * INTERVAL, intervals);
    for (int i = 0; i < counted.size(); i++) {
      int interval = primed + i;
      if (Math.abs(counted.get(i) - walk.events[interval]) > 1e-9) {
        return Optional.of(
            "counted %s in interval %d, not %s"
                .formatted(counted.get(i), interval, walk.events[interval]));
      }
      if (reporting.get(i) != walk.reporting[interval]) {
        return Optional.of("reporting in interval " + interval + ": " + reporting.get(i));
      }
    }
    return Optional.empty();
  }

  /** Everything in order of time, counted by hand. */
  private final class Walk {
    final double[] events;
    final boolean[] reporting;

    private record Sample(int series, long at, double value) {}

    Walk(int primedUntil, int intervals) {
      events = new double[intervals];
      reporting = new boolean[intervals];
      List<Sample> all = new ArrayList<>();
      for (int i = 0; i < series.size(); i++) {
        for (RawSample sample : series.get(i).samples()) {
          long at = Duration.between(BEGIN, sample.at()).toSeconds();
          boolean before = at <= 0 && (primedUntil == 0 || at < 0);
          if (!Double.isNaN(sample.value()) && !before) {
            all.add(new Sample(i, at, sample.value()));
          }
        }
      }
      all.sort(Comparator.comparingLong(Sample::at));
      long[] last = new long[series.size()];
      double[] value = new double[series.size()];
      java.util.Arrays.fill(last, -1);
      long stretch = Long.MIN_VALUE;
      long newest = Long.MIN_VALUE / 2;
      for (Sample sample : all) {
        int i = sample.series();
        stretch = sample.at() - newest >= 120 ? sample.at() : stretch;
        newest = sample.at();
        boolean first = last[i] < 0;
        if (!first && sample.at() <= last[i]) {
          continue;
        }
        double more =
            first || sample.value() < value[i] ? sample.value() : sample.value() - value[i];
        boolean old =
            first && birth == Birth.FROM_ZERO_WHILE_REPORTING && sample.at() - stretch < 120;
        int interval = (int) ((sample.at() + INTERVAL - 1) / INTERVAL) - 1;
        if (sample.at() > primedUntil && interval < intervals) {
          events[interval] += old ? 0 : more;
        }
        last[i] = sample.at();
        value[i] = sample.value();
        for (int k = Math.max(0, interval); k < intervals; k++) {
          reporting[k] = (k + 1L) * INTERVAL - newest < 120;
        }
      }
    }
  }

  /** Of count and bucket only scrapes that both have; what is not in the bucket is slow. */
  private Optional<String> latency() {
    SortedMap<String, String> count = new TreeMap<>();
    count.put("__name__", "seconds_count");
    count.put("pod", "a");
    SortedMap<String, String> bucket = new TreeMap<>(count);
    bucket.put("__name__", "seconds_bucket");
    bucket.put("le", "0.3");
    List<RawSample> counts = new ArrayList<>();
    List<RawSample> buckets = new ArrayList<>();
    SortedMap<Instant, Double> right = new TreeMap<>();
    int all = 0;
    int quick = 0;
    for (int at = 0; at < 300; at += INTERVAL) {
      Instant when = BEGIN.plusSeconds(at);
      int now = random.nextInt(50);
      all += now;
      quick += random.nextInt(now + 1);
      boolean counted = random.nextInt(6) > 0;
      boolean sorted = random.nextInt(6) > 0;
      if (counted) {
        counts.add(new RawSample(when, all));
      }
      if (sorted) {
        buckets.add(new RawSample(when, quick));
      }
      if (counted && sorted) {
        right.put(when, (double) all - quick);
      }
    }
    EventSeries events =
        EventSeries.latency(
            List.of(new RawSeries(count, counts)), List.of(new RawSeries(bucket, buckets)));
    SortedMap<Instant, Double> slow = new TreeMap<>();
    events.bad().getFirst().samples().forEach(sample -> slow.put(sample.at(), sample.value()));
    int both = events.all().getFirst().samples().size();
    return slow.equals(right) && both == right.size()
        ? Optional.empty()
        : Optional.of("slow requests: " + slow + ", not " + right);
  }
}
