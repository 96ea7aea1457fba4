package dev.meridian.evacuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReturnRampTest {
  @ParameterizedTest
  @CsvSource({
    "100, 10 50 100",
    "255, 26 128 255",
    "49,  5 25 49",
    "3,   1 2 3",
    "2,   1 2",
    "1,   1",
    "0,   ''"
  })
  void ramp_ofARecordedWeight_endsAtExactlyIt(int recorded, String rungs) {
    assertThat(
            ReturnRamp.steps(new Weight(recorded)).stream()
                .map(step -> step.weight().toString())
                .collect(Collectors.joining(" ")))
        .isEqualTo(rungs);
  }

  @Test
  void weight_outsideItsRange_isRefused() {
    assertThatThrownBy(() -> new Weight(256)).hasMessage("weight should be 0 to 255: was 256");
    assertThatThrownBy(() -> new Weight(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
