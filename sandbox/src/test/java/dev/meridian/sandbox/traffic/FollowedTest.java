package dev.meridian.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.sandbox.world.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FollowedTest {
  private final NavigableMap<Instant, String> states = new TreeMap<>();
  private final List<Journal.Entry> entries = new ArrayList<>();

  private final Followed.Source<String> source =
      new Followed.Source<>() {
        @Override
        public List<Instant> changes(Instant from, Instant to) {
          return List.copyOf(states.subMap(from, true, to, true).keySet());
        }

        @Override
        public String at(Instant when) {
          return states.floorEntry(when).getValue();
        }
      };

  private final Journal journal =
      new Journal() {
        @Override
        public Entry append(String kind, Map<String, Object> payload) {
          throw new UnsupportedOperationException();
        }

        @Override
        public List<Entry> entries(String kind) {
          return List.copyOf(entries);
        }

        @Override
        public List<Entry> after(long seq) {
          return List.copyOf(entries.subList((int) seq, entries.size()));
        }
      };

  private Followed<String> followed() {
    states.put(Instant.ofEpochMilli(1000), "first");
    return new Followed<>(source, journal, Instant.ofEpochMilli(1000));
  }

  @Test
  void change_inTheFuture_isNoticedWhenItsTimeHasCome() {
    Followed<String> followed = followed();
    states.put(Instant.ofEpochMilli(5000), "second");
    assertThat(followed.refresh(4000)).isEmpty();
    assertThat(followed.at(4000)).isEqualTo("first");
    assertThat(followed.refresh(6000)).isEqualTo(OptionalLong.of(5000));
    assertThat(followed.at(4999)).isEqualTo("first");
    assertThat(followed.at(5000)).isEqualTo("second");
    assertThat(followed.refresh(6000)).isEmpty();
  }

  @Test
  void change_learntOfLate_correctsThePast() {
    Followed<String> followed = followed();
    assertThat(followed.refresh(9000)).isEmpty();
    entries.add(new Journal.Entry(1, Instant.ofEpochMilli(7000), "dns", Map.of()));
    states.put(Instant.ofEpochMilli(7500), "late");
    assertThat(followed.refresh(9500)).isEqualTo(OptionalLong.of(7500));
    assertThat(followed.at(8000)).isEqualTo("late");
  }

  @Test
  void state_thatFollowsItsEntryLater_isNoticedAllTheSame() {
    Followed<String> followed = followed();
    entries.add(new Journal.Entry(1, Instant.ofEpochMilli(7000), "dns", Map.of()));
    assertThat(followed.refresh(9000)).isEmpty();
    states.put(Instant.ofEpochMilli(7500), "late");
    assertThat(followed.refresh(9000)).isEqualTo(OptionalLong.of(7500));
  }

  @Test
  void steps_between_beginWithTheOneThatHoldsAlready() {
    Followed<String> followed = followed();
    states.put(Instant.ofEpochMilli(5000), "second");
    states.put(Instant.ofEpochMilli(6000), "third");
    followed.refresh(7000);
    assertThat(followed.between(5500, 6500))
        .extracting(Followed.Step::state)
        .containsExactly("second", "third");
    assertThat(followed.between(0, 10)).extracting(Followed.Step::state).containsExactly("first");
  }
}
