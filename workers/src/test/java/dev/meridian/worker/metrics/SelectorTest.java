package dev.meridian.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorTest {
  private static SortedMap<String, String> labels(String... namesAndValues) {
    SortedMap<String, String> labels = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      labels.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return labels;
  }

  @Test
  void with_matchers_standWhereLabelsStood() {
    assertThat(
            new Selector("hits{${labels},code=~\"5..\"}")
                .with(Matchers.exactly(labels("region", "eu", "path", "a\"b\\"))))
        .isEqualTo("hits{path=\"a\\\"b\\\\\",region=\"eu\",code=~\"5..\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PT0.3S|h_bucket{a=\"b\",le=~\"0\\\\.30*\"}",
        "PT1S|h_bucket{a=\"b\",le=~\"1(\\\\.0+)?\"}",
        "PT0.025S|h_bucket{a=\"b\",le=~\"0\\\\.0250*\"}"
      })
  void bucket_ofALimit_matchesHoweverTheBoundaryIsWritten(Duration limit, String expected) {
    assertThat(new Selector("h{a=\"b\"}").bucket(limit).text()).isEqualTo(expected);
    assertThat(new Selector("h{a=\"b\"}").count().text()).isEqualTo("h_count{a=\"b\"}");
  }

  @Test
  void covering_severalPresences_selectsAllOfThemAtOnce() {
    assertThat(
            Matchers.covering(
                List.of(
                    labels("region", "eu.1", "service", "s"),
                    labels("region", "us", "service", "s"))))
        .isEqualTo("region=~\"eu\\\\.1|us\",service=\"s\"");
  }

  @Test
  void match_anyLabelThatDiffers_isNoMatch() {
    Map<String, String> series = Map.of("region", "eu", "pod", "a");

    assertThat(Matchers.match(series, labels("region", "eu"))).isTrue();
    assertThat(Matchers.match(series, labels("region", "us"))).isFalse();
    assertThat(Matchers.match(series, labels("zone", "z"))).isFalse();
  }
}
