package dev.meridian.bench.bugs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.bench.bugs.Catch.Outcome;
import dev.meridian.bench.bugs.Quarry.Hunted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SeededBugsTest {
  private static final Path ROOT = Path.of(System.getProperty("house.root", ".."));

  /** The list follows the sources: who changes a line that it names changes the list too. */
  @Test
  void everyBug_fitsThePresentSources() throws IOException {
    for (SeededBug bug : SeededBugs.all()) {
      assertThatCode(() -> bug.planted(ROOT)).as(bug.id()).doesNotThrowAnyException();
    }
  }

  @Test
  void list_hasSixtyBugsOrMore_eachWithANameOfItsOwn() throws IOException {
    assertThat(SeededBugs.all()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(SeededBugs.all()).extracting(SeededBug::id).doesNotHaveDuplicates();
    assertThat(SeededBugs.all()).noneMatch(bug -> bug.find().equals(bug.put()));
  }

  @Test
  void bug_whoseLineIsGoneOrThereTwice_saysSo() {
    Path file = Path.of("bench/src/test/java/dev/meridian/bench/bugs/SeededBugsTest.java");
    SeededBug gone = new SeededBug("gone", file, "no such " + "line", "", "");
    SeededBug twice = new SeededBug("twice", file, "import", "", "");

    assertThatThrownBy(() -> gone.planted(ROOT)).hasMessageContaining("is not in");
    assertThatThrownBy(() -> twice.planted(ROOT)).hasMessageContaining("more than once");
  }

  @Test
  void paragraph_withoutAllItsLines_isRefused() {
    assertThatThrownBy(() -> SeededBugs.read("bug  a\nin   b\nput  c"))
        .hasMessageContaining("in this order");
  }

  @Test
  void bug_thatNobodyCaught_isToldLoudly() throws IOException {
    SeededBug bug = SeededBugs.all().getFirst();
    Catch nothing = new Catch(Outcome.NOTHING, "", "", 1_000, 60);

    assertThat(new Hunted(Optional.of(bug), nothing).asItShould()).isFalse();
    assertThat(new Hunted(Optional.of(bug), nothing).row()).contains("NOT CAUGHT");
    assertThat(new Hunted(Optional.empty(), nothing).asItShould()).isTrue();
    assertThat(List.of(Outcome.FOUND, Outcome.HUNG))
        .allMatch(outcome -> new Catch(outcome, "BAKES", "seen", 1, 1).caught());
  }
}
