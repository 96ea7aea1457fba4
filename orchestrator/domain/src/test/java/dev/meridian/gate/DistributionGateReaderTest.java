package dev.meridian.gate;

import static dev.meridian.gate.GateReaderTest.gate;
import static dev.meridian.gate.GateReaderTest.problems;
import static dev.meridian.gate.GateReaderTest.read;
import static dev.meridian.gate.GateReaderTest.valid;
import static dev.meridian.gate.GateReaderTest.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.document.Problem;
import dev.meridian.region.Share;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a gate of kind distribution may say, and what it means when it says less. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class DistributionGateReaderTest {
  @Test
  void read_distribution_comparesFiftyReadingsForAnIncreaseUnlessItSaysOtherwise() {
    Map<String, Object> queue =
        gate("{name: queue, kind: distribution, query: 'up{${labels}}', least: 0.7}");
    Map<String, Object> written = with(with(queue, "points", 120), "direction", "either");

    assertThat(valid(read(List.of(queue, with(written, "name", "other")))))
        .containsExactly(
            distribution("queue", GateSpec.Direction.INCREASE, 50),
            distribution("other", GateSpec.Direction.EITHER, 120));
  }

  private static GateSpec.Distribution distribution(
      String name, GateSpec.Direction direction, int points) {
    return new GateSpec.Distribution(
        name,
        true,
        "up{${labels}}",
        direction,
        points,
        0.7,
        Duration.ofSeconds(15),
        Share.ofFraction(0.5));
  }

  @ParameterizedTest
  @CsvSource({"49, 0.5", "121, 1"})
  void read_distributionThatCannotBe_isRefusedWhereItStands(int points, double least) {
    Map<String, Object> gate =
        gate("{name: queue, kind: distribution, query: 'up', direction: up}");

    List<Problem> problems =
        problems(read(List.of(with(with(gate, "points", points), "least", least))));

    assertThat(problems)
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder(
            "/gates/0/query", "/gates/0/direction", "/gates/0/points", "/gates/0/least");
    assertThat(problems).extracting(Problem::remedy).doesNotContain("");
  }
}
