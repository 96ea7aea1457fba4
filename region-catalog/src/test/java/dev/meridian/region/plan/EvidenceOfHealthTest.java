package dev.meridian.region.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.region.RequestsPerSecond;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EvidenceOfHealthTest {
  @ParameterizedTest
  @CsvSource({"0.01, 489", "0.05, 96", "0.001, 4916", "0.5, 7"})
  void requests_withoutErrors_areThoseOfTheFormula(double ceiling, long requests) {
    assertThat(new EvidenceOfHealth(ceiling).requests()).isEqualTo(requests);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
  void ceiling_notBetweenZeroAndOne_isRefused(double ceiling) {
    assertThatThrownBy(() -> new EvidenceOfHealth(ceiling))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("should be between 0 and 1");
  }

  @Test
  void wait_steadyDemand_isRequestsByRate() {
    assertThat(wait(Collections.nCopies(24, 1.0))).contains(Duration.ofSeconds(489));
    assertThat(wait(Collections.nCopies(24, 0.005))).contains(Duration.ofMinutes(1_630));
  }

  @Test
  void wait_usersInOneHourOnly_countsFromTheHourAfter() {
    List<Double> demand = new ArrayList<>(Collections.nCopies(24, 0.0));
    demand.set(9, 1.0);

    assertThat(wait(demand)).contains(Duration.ofHours(23).plusSeconds(489));
  }

  @Test
  void wait_exactlyOneDay_isOneDay() {
    double rate = 489 / 86_400.0;

    assertThat(wait(Collections.nCopies(24, rate)).orElseThrow())
        .isBetween(Duration.ofSeconds(86_399), Duration.ofSeconds(86_401));
  }

  @Test
  void wait_noUsers_neverEnds() {
    assertThat(wait(Collections.nCopies(24, 0.0))).isEmpty();
  }

  private static Optional<Duration> wait(List<Double> demand) {
    return EvidenceOfHealth.ONE_PERCENT.longestWait(
        demand.stream().map(RequestsPerSecond::new).toList());
  }
}
