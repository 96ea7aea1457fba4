package dev.meridian.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.sample.Measured;
import dev.meridian.gate.sample.RawSeries;
import dev.meridian.gate.sample.RawSeries.RawSample;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneSeriesTest {
  private static final Instant AT = Instant.parse("2026-03-02T06:00:00Z");

  @Test
  void expression_thatYieldsOneSeries_isItsValueAtTheInstant() {
    var seen = OneSeries.of(() -> List.of(series(0.4)));
    assertThat(OneSeries.at(seen, AT)).isEqualTo(new Measured.Seen<>(0.4));
    assertThat(OneSeries.newest(seen)).isEqualTo(new Measured.Seen<>(0.4));
    assertThat(OneSeries.at(seen, AT.plusMillis(1))).isEqualTo(new Measured.NoData<>("no value"));
  }

  @Test
  void expression_thatYieldsSeveralSeries_isNoData() {
    var several = OneSeries.of(() -> List.of(series(0.4), series(0.4)));
    assertThat(OneSeries.at(several, AT))
        .isEqualTo(new Measured.NoData<>("2 series where one was expected"));
  }

  @Test
  void expression_thatYieldsNone_isNoData() {
    assertThat(OneSeries.at(OneSeries.of(List::of), AT))
        .isEqualTo(new Measured.NoData<>("no series"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void expression_thatYieldsNoNumber_isNoData(double value) {
    assertThat(OneSeries.newest(OneSeries.of(() -> List.of(series(value)))))
        .isEqualTo(new Measured.NoData<>("no value"));
  }

  @Test
  void expression_thatIsRefused_isAQueryError() {
    var refused =
        OneSeries.of(() -> {
          throw new MetricsException(FailureCode.METRICS_REFUSED, "parse error");
        });
    assertThat(OneSeries.at(refused, AT)).isEqualTo(new Measured.QueryError<>("parse error"));
  }

  private static RawSeries series(double value) {
    return new RawSeries(new TreeMap<>(), List.of(new RawSample(AT, value)));
  }
}
