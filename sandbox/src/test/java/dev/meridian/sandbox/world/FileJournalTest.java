package dev.meridian.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path directory;
  private final ManualClock clock = new ManualClock(NOON);

  @Test
  void journal_openedAgain_remembersEverything() {
    try (FileJournal journal = FileJournal.open(directory, clock)) {
      journal.append("dns", Map.of("weight", 7, "name", "a"));
      clock.advance(Duration.ofSeconds(1));
      journal.append("fault", Map.of("nested", Map.of("list", List.of(1, "two", true))));
    }
    try (FileJournal journal = FileJournal.open(directory, clock)) {
      assertThat(journal.entries("dns"))
          .containsExactly(new Journal.Entry(1, NOON, "dns", Map.of("name", "a", "weight", 7)));
      assertThat(journal.entries("fault")).extracting(Journal.Entry::seq).containsExactly(2L);
      assertThat(journal.append("dns", Map.of()).seq()).isEqualTo(3);
    }
  }

  @Test
  void entry_writtenWithOtherTypes_isTheSameBeforeAndAfterRestart() {
    Map<String, Object> payload = Map.of("long", 5L, "float", 0.5f, "list", new int[] {1, 2});
    Journal.Entry before;
    try (FileJournal journal = FileJournal.open(directory, clock)) {
      before = journal.append("dns", payload);
    }
    try (FileJournal journal = FileJournal.open(directory, clock)) {
      assertThat(journal.entries("dns")).containsExactly(before);
    }
  }

  @Test
  void lastLine_tornByAKill_isDropped() throws IOException {
    try (FileJournal journal = FileJournal.open(directory, clock)) {
      journal.append("dns", Map.of("n", 1));
    }
    Path file = directory.resolve("journal.ndjson");
    Files.writeString(file, "{\"seq\":2,\"at\":\"2026-03", StandardOpenOption.APPEND);
    try (FileJournal journal = FileJournal.open(directory, clock)) {
      assertThat(journal.entries("dns")).hasSize(1);
      journal.append("dns", Map.of("n", 2));
    }
    try (FileJournal journal = FileJournal.open(directory, clock)) {
      assertThat(journal.entries("dns")).extracting(Journal.Entry::seq).containsExactly(1L, 2L);
    }
  }

  @Test
  void middleLine_damaged_isRefusedWithItsNumber() throws IOException {
    try (FileJournal journal = FileJournal.open(directory, clock)) {
      journal.append("dns", Map.of("n", 1));
      journal.append("dns", Map.of("n", 2));
    }
    Path file = directory.resolve("journal.ndjson");
    List<String> lines = Files.readAllLines(file);
    Files.writeString(file, "garbage\n" + lines.get(1) + "\n");
    assertThatThrownBy(() -> FileJournal.open(directory, clock))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("damaged at line 1");
  }

  @Test
  void directory_usedByAnotherWorld_isRefused() {
    try (FileJournal journal = FileJournal.open(directory, clock)) {
      assertThatThrownBy(() -> FileJournal.open(directory, clock))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another world uses");
      assertThat(journal.after(0)).isEmpty();
    }
    FileJournal.open(directory, clock).close();
  }

  @Test
  void instants_whenTheClockStepsBack_neverDecrease() {
    try (FileJournal journal = FileJournal.open(directory, clock)) {
      journal.append("dns", Map.of());
      clock.advance(Duration.ofMinutes(-5));
      assertThat(journal.append("dns", Map.of()).at()).isEqualTo(NOON);
    }
  }

  @Test
  void writers_atTheSameTime_loseNothingAndLeaveNoGap() {
    try (FileJournal journal = FileJournal.open(directory, clock)) {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 200; i++) {
          int number = i;
          threads.execute(() -> journal.append("dns", Map.of("n", number)));
        }
      }
    }
    assertThat(JournalFile.read(directory).entries())
        .extracting(Journal.Entry::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 200).boxed().toList());
  }
}
