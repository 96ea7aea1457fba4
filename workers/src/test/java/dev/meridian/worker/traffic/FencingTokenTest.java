package dev.meridian.worker.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FencingTokenTest {
  @Test
  void token_writtenAndRead_isTheSame() {
    FencingToken token = new FencingToken(17, "release/1/eu-central-1/1/evacuate");

    assertThat(token.value()).isEqualTo("\"v1 17 release/1/eu-central-1/1/evacuate\"");
    assertThat(FencingToken.parse(token.value())).contains(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1 17 me",
        "\"v2 17 me\"",
        "\"v1 -1 me\"",
        "\"v1 17\"",
        "\"v1 17 me and you\"",
        "\"\"",
        "\"v1 9999999999999999999 me\"",
        "\"v1 17 me\" \"v1 18 you\""
      })
  void value_thatIsNoToken_isNotTakenForOne(String value) {
    assertThat(FencingToken.parse(value)).isEmpty();
  }
}
