package dev.meridian.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
  @Test
  void in_text_namesEachOnceSorted() {
    assertThat(Placeholders.in("${b} ${a} ${b} $c {d}")).containsExactly("a", "b");
  }

  @Test
  void fill_valueWithPlaceholderOrDollar_isTakenAsItIs() {
    assertThat(Placeholders.fill("x: ${a}!", Map.of("a", "${b} $1 \\")))
        .isEqualTo("x: ${b} $1 \\!");
  }

  @Test
  void fill_escaped_leavesThePlaceholder() {
    assertThat(Placeholders.fill("echo $${HOME} ${a}", Map.of("a", "1")))
        .isEqualTo("echo ${HOME} 1");
    assertThat(Placeholders.in("echo $${HOME}")).isEmpty();
  }

  @Test
  void fill_nameWithoutValue_isRefused() {
    assertThatThrownBy(() -> Placeholders.fill("${a}", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("${a} has no value");
  }
}
