package dev.meridian.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class NearestNameTest {
  @ParameterizedTest
  @CsvSource({
    "covers,covers,0",
    "Covers,covers,0",
    "cover,covers,1",
    "a,,1",
    "abc,xyz,3",
    "nmae,name,1"
  })
  void distance_countsLettersToChange(String from, @Nullable String to, int expected) {
    assertThat(NearestName.distance(from, to == null ? "" : to)).isEqualTo(expected);
  }

  @Test
  void remedy_nothingNear_namesWhatIsKnown() {
    assertThat(NearestName.remedy("zzz", List.of("beta", "alpha")))
        .isEqualTo("Use one of: alpha, beta.");
    assertThat(NearestName.remedy("zzz", List.of())).isEqualTo("Remove it.");
  }
}
