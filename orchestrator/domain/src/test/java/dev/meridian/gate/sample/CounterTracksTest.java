package dev.meridian.gate.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.gate.sample.CounterTracks.Birth;
import dev.meridian.gate.sample.CounterTracks.Counted;
import dev.meridian.gate.sample.RawSeries.RawSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CounterTracksTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration QUARTER = Duration.ofSeconds(15);

  private static Instant at(long second) {
    return START.plusSeconds(second);
  }

  /** Seconds and values in turn. */
  private static RawSeries series(String pod, double... secondsAndValues) {
    List<RawSample> samples = new ArrayList<>();
    for (int i = 0; i < secondsAndValues.length; i += 2) {
      samples.add(new RawSample(at((long) secondsAndValues[i]), secondsAndValues[i + 1]));
    }
    return new RawSeries(new TreeMap<>(Map.of("pod", pod)), samples);
  }

  private static Tiling tiling(long from, int count) {
    return new Tiling(at(from), QUARTER, count);
  }

  private static CounterTracks reportingSince(long second, RawSeries... series) {
    double[] steady = new double[20];
    for (int i = 0; i < 10; i++) {
      steady[2 * i] = (double) (second + 15L * i);
    }
    List<RawSeries> all = new ArrayList<>(List.of(series));
    all.add(series("steady", steady));
    return CounterTracks.NONE.primed(all, at(0));
  }

  private static List<Double> increments(
      CounterTracks tracks, Birth birth, Tiling tiling, RawSeries... series) {
    return tracks.counted(List.of(series), tiling, birth).increments();
  }

  @Test
  void counted_samplesOnBothSidesOfEdges_fallIntoTheIntervalThatEndsAtOrAfterThem() {
    CounterTracks tracks = reportingSince(-135, series("a", -5, 100));

    assertThat(
            increments(
                tracks,
                Birth.FROM_ZERO,
                tiling(0, 3),
                series("a", 0, 999, 10, 103, 15, 104, 16, 110, 45, 120, 46, 500)))
        .containsExactly(4.0, 6.0, 10.0);
  }

  @Test
  void counted_twoPollsOrOne_countTheSame() {
    RawSeries a = series("a", 10, 5, 25, 9, 40, 2, 55, 8);
    CounterTracks tracks = reportingSince(-135, series("a", -5, 3));

    Counted first = tracks.counted(List.of(a), tiling(0, 2), Birth.FROM_ZERO);
    Counted second = first.tracks().counted(List.of(a), tiling(30, 2), Birth.FROM_ZERO);
    List<Double> inTwo = new ArrayList<>(first.increments());
    inTwo.addAll(second.increments());

    assertThat(inTwo).isEqualTo(increments(tracks, Birth.FROM_ZERO, tiling(0, 4), a));
    assertThat(inTwo).containsExactly(2.0, 4.0, 2.0, 6.0);
  }

  @Test
  void counted_reset_startsFromTheNewValue() {
    CounterTracks tracks = reportingSince(-135, series("a", -5, 100));

    assertThat(increments(tracks, Birth.FROM_ZERO, tiling(0, 1), series("a", 5, 110, 10, 4)))
        .containsExactly(14.0);
  }

  @Test
  void counted_duplicatesLateOnesAndNoNumbers_addNothing() {
    CounterTracks tracks = reportingSince(-135, series("a", -5, 100));
    Counted first = tracks.counted(List.of(series("a", 10, 105)), tiling(0, 1), Birth.FROM_ZERO);

    assertThat(
            increments(
                first.tracks(),
                Birth.FROM_ZERO,
                tiling(15, 1),
                series("a", 10, 105, 20, 107, 20, 107, 25, Double.NaN),
                series("a", 12, 106, 26, Double.POSITIVE_INFINITY)))
        .containsExactly(2.0);
  }

  @Test
  void counted_severalSeries_areAddedUp() {
    CounterTracks tracks = reportingSince(-135, series("a", -5, 100), series("b", -5, 7));

    assertThat(
            increments(
                tracks,
                Birth.FROM_ZERO,
                tiling(0, 1),
                series("a", 10, 103),
                series("b", 12, 9),
                series("c", 14, 1)))
        .containsExactly(6.0);
  }

  @Test
  void counted_contendersNewSeries_countsAllItHas() {
    assertThat(increments(CounterTracks.NONE, Birth.FROM_ZERO, tiling(0, 1), series("new", 10, 7)))
        .containsExactly(7.0);
  }

  @Test
  void counted_othersNewSeries_countsAllItHasWhileItsRegionReports() {
    CounterTracks tracks = reportingSince(-135);

    assertThat(
            increments(tracks, Birth.FROM_ZERO_WHILE_REPORTING, tiling(0, 1), series("new", 10, 7)))
        .containsExactly(7.0);
  }

  @Test
  void counted_othersSeriesSeenFirstAfterSilence_beginsWhereItStands() {
    assertThat(
            increments(
                CounterTracks.NONE,
                Birth.FROM_ZERO_WHILE_REPORTING,
                tiling(0, 2),
                series("a", 10, 70_000, 25, 70_010),
                series("b", 10, 90_000, 25, 90_001)))
        .containsExactly(0.0, 11.0);
  }

  @Test
  void counted_afterAGap_bringsWhatWasCountedInIt() {
    CounterTracks tracks = reportingSince(-135, series("a", -5, 100));

    Counted counted =
        tracks.counted(List.of(series("a", 595, 700)), tiling(0, 40), Birth.FROM_ZERO);

    assertThat(counted.increments().getLast()).isEqualTo(600);
    assertThat(counted.reporting().subList(0, 7)).containsOnly(true);
    assertThat(counted.reporting().subList(7, 39)).containsOnly(false);
    assertThat(counted.reporting().getLast()).isTrue();
  }

  @Test
  void primed_samplesAfterTheInstant_areLeftForLater() {
    CounterTracks tracks = CounterTracks.NONE.primed(List.of(series("a", -10, 5, 10, 9)), at(0));

    assertThat(tracks.newest()).isEqualTo(at(-10));
    assertThat(increments(tracks, Birth.FROM_ZERO, tiling(0, 1), series("a", -10, 5, 10, 9)))
        .containsExactly(4.0);
  }

  @Test
  void latency_scrapesThatOnlyOneSideHas_areLeftOut() {
    RawSeries count =
        new RawSeries(
            new TreeMap<>(Map.of("__name__", "h_count", "pod", "a")),
            List.of(
                new RawSample(at(0), 100), new RawSample(at(15), 200), new RawSample(at(30), 300)));
    RawSeries bucket =
        new RawSeries(
            new TreeMap<>(Map.of("__name__", "h_bucket", "pod", "a", "le", "0.3")),
            List.of(new RawSample(at(0), 95), new RawSample(at(15), 190)));
    RawSeries lonely = series("b", 0, 1);

    EventSeries joined = EventSeries.latency(List.of(count, lonely), List.of(bucket));

    assertThat(joined.all()).singleElement().satisfies(all -> assertThat(all.samples()).hasSize(2));
    assertThat(joined.bad().getFirst().samples())
        .extracting(RawSample::value)
        .containsExactly(5.0, 10.0);
  }

  @Test
  void labels_ofDifferentLengthsAndValues_haveOneOrder() {
    SortedLabels none = new SortedLabels(new TreeMap<>());
    SortedLabels a = new SortedLabels(new TreeMap<>(Map.of("a", "1")));
    SortedLabels ab = new SortedLabels(new TreeMap<>(Map.of("a", "1", "b", "1")));
    SortedLabels b = new SortedLabels(new TreeMap<>(Map.of("b", "0")));

    assertThat(List.of(none, a, ab, b)).isSortedAccordingTo(SortedLabels::compareTo);
    assertThat(ab.compareTo(a)).isPositive();
    assertThat(a).isEqualByComparingTo(new SortedLabels(new TreeMap<>(Map.of("a", "1"))));
  }

  @Test
  void counts_moreBadThanAll_areRefused() {
    assertThatThrownBy(() -> new Counts(1, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Counts(Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Counts.NONE.rate()).isZero();
  }
}
