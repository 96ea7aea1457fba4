package dev.meridian.release.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AdmissionCheckerTest {
  @Test
  void aServiceOverManyWishes_keepsEveryLaw() {
    for (long seed = 1; seed <= 3_000; seed++) {
      assertThat(AdmissionChecker.violation(seed)).as("seed %d", seed).isEmpty();
    }
  }
}
