package dev.meridian.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.failure.FailureCode;
import dev.meridian.sandbox.world.Fault;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against the sandbox's Prometheus, over HTTP. */
class MetricsInquiryActivitiesTest {
  private final BakeScene scene = new BakeScene();
  private final MetricsInquiryActivities inquiry = new MetricsInquiryActivities(scene.clients());

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void checkQueries_goodAndBad_saysWhatIsWrongInOrder() {
    List<String> answers =
        inquiry.checkQueries(
            "global",
            List.of(
                "http_requests_total{${labels},code=~\"5..\"}",
                "sum(rate(http_requests_total{region=\"x\"}[5m])",
                "max(process_resident_memory_bytes{${labels}})"));

    assertThat(answers.get(0)).isEmpty();
    assertThat(answers.get(1)).contains("parse error");
    assertThat(answers.get(2)).isEmpty();
  }

  @Test
  void bucketBoundaries_ofAHistogram_areItsFiniteOnes() {
    assertThat(
            inquiry.bucketBoundaries(
                "global", "http_request_duration_seconds{service=\"checkout\"}"))
        .isSorted()
        .contains(0.3)
        .doesNotContain(Double.POSITIVE_INFINITY);
    assertThat(inquiry.bucketBoundaries("global", "nothing_seconds{service=\"checkout\"}"))
        .isEmpty();
  }

  @Test
  void countSeries_oneNoneAndSeveral_areToldApart() {
    assertThat(
            inquiry.countSeries(
                "global",
                List.of(
                    "max(process_resident_memory_bytes)",
                    "nothing_at_all",
                    "max by (region) (process_resident_memory_bytes{region=~\"us-.*|sa-.*\"})")))
        .containsExactly(1, 0, 2);
  }

  @Test
  void checkQueries_metricsAway_isUnreachable() {
    scene.begin(Fault.Kind.METRICS_AWAY, Optional.empty());

    assertThatThrownBy(() -> inquiry.checkQueries("global", List.of("up")))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            e -> assertThat(e.getType()).isEqualTo(FailureCode.METRICS_UNREACHABLE.name()));
  }

  @Test
  void checkQueries_unknownEndpoint_saysWhichThereAre() {
    assertThatThrownBy(() -> inquiry.checkQueries("regional", List.of("up")))
        .isInstanceOf(ApplicationFailure.class)
        .hasMessageContaining("regional")
        .hasMessageContaining("[global]");
  }
}
