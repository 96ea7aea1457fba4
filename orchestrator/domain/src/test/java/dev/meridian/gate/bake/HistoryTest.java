package dev.meridian.gate.bake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.gate.change.Disturbance;
import dev.meridian.gate.sample.Counts;
import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two regions with 600 requests in each block of five minutes, two days long. */
@Timeout(20)
class HistoryTest {
  private static final RegionCode SEOUL = new RegionCode("seoul");
  private static final RegionCode TOKYO = new RegionCode("tokyo");
  private static final Instant UNTIL = Instant.parse("2026-03-03T00:00:00Z");
  private static final int DAY = 288;
  private static final Counts BLOCK = new Counts(600, 1);

  private static SortedMap<RegionCode, List<Counts>> twoDays() {
    SortedMap<RegionCode, List<Counts>> blocks = new TreeMap<>();
    blocks.put(SEOUL, Collections.nCopies(2 * DAY, BLOCK));
    blocks.put(TOKYO, Collections.nCopies(2 * DAY, BLOCK));
    return blocks;
  }

  private static Disturbance in(RegionCode region, int hoursAgo, int hours) {
    Instant from = UNTIL.minus(Duration.ofHours(hoursAgo));
    return new Disturbance(List.of(region), from, from.plus(Duration.ofHours(hours)));
  }

  private static int pairs(Disturbance... disturbed) {
    return History.undisturbed(twoDays(), UNTIL, List.of(disturbed))
        .pairs(List.of(SEOUL), List.of(TOKYO))
        .size();
  }

  @Test
  void undisturbed_releaseInOneRegion_leavesItsBlocksOutEverywhere() {
    assertThat(pairs()).isEqualTo(2 * DAY);
    assertThat(pairs(in(SEOUL, 40, 5))).isEqualTo(2 * DAY - 60);
    assertThat(pairs(in(SEOUL, 40, 5), in(TOKYO, 38, 5))).isEqualTo(2 * DAY - 84);
  }

  @Test
  void undisturbed_disturbanceOfABlocksPart_leavesTheWholeBlockOut() {
    Instant from = UNTIL.minusSeconds(450);
    Disturbance minute = new Disturbance(List.of(SEOUL), from, from.plusSeconds(60));

    assertThat(pairs(minute)).isEqualTo(2 * DAY - 1);
  }

  @Test
  void undisturbed_elsewhereOrLongAgo_leavesNothingOut() {
    assertThat(pairs(in(new RegionCode("lima"), 40, 5), in(SEOUL, 60, 12))).isEqualTo(2 * DAY);
  }

  @Test
  void undisturbed_lessThanADayLeft_isTheNewestDay() {
    assertThat(pairs(in(SEOUL, 48, 28))).isEqualTo(240);
    assertThat(pairs(in(SEOUL, 48, 29))).isEqualTo(DAY);
  }

  @Test
  void usual_regionThatIsADayOld_isTheMeanSinceItWasFirstSeen() {
    List<Counts> young = new ArrayList<>(Collections.nCopies(DAY, Counts.NONE));
    young.addAll(Collections.nCopies(DAY, BLOCK));
    History history = new History(new TreeMap<>(Map.of(SEOUL, young)));

    assertThat(history.usual(SEOUL, Duration.ofSeconds(15))).isCloseTo(30, within(1e-9));
    assertThat(history.perSecond(List.of(SEOUL, TOKYO))).isCloseTo(2, within(1e-9));
    assertThat(history.usual(TOKYO, Duration.ofSeconds(15))).isInfinite();
  }
}
