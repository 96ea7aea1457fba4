package dev.meridian.worker.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.evacuation.Weight;
import dev.meridian.ledger.ReleaseLedger.Recorded;
import dev.meridian.ledger.testing.InMemoryArtifacts;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class MovementsTest {
  private final InMemoryArtifacts artifacts = new InMemoryArtifacts();
  private final List<Recorded<ReleaseEvent>> history = new ArrayList<>();
  private final SortedMap<String, Weight> zone = weights("a", 10, "b", 20, "c", 30);

  @Test
  void receiver_raisedTwice_goesBackByHalvesInEitherOrder() {
    moves("a", weights("a", 0, "c", 40));
    moves("b", weights("b", 0, "c", 60));

    assertThat(targets("b")).isEqualTo(weights("b", 20, "c", 40));
    assertThat(targets("a")).isEqualTo(weights("a", 10, "c", 60));

    returns("a");
    assertThat(targets("b")).isEqualTo(weights("b", 20, "c", 30));
  }

  @Test
  void receiver_thatIsEmptiedItself_returnsToItsWeightBeforeItWasRaised() {
    moves("a", weights("a", 0, "b", 25));
    moves("b", weights("b", 0));

    assertThat(targets("a")).isEqualTo(weights("a", 10));
    assertThat(targets("b")).isEqualTo(weights("b", 25));

    returns("a");
    assertThat(targets("b")).isEqualTo(weights("b", 20));
  }

  @Test
  void everythingReturned_leavesNothingToRemember() {
    moves("a", weights("a", 0, "b", 25));
    returns("a");

    assertThat(movements().open()).isEmpty();
    assertThat(movements().usual()).isEmpty();
    assertThat(targets("a")).isEmpty();
  }

  @Test
  void weight_givenBySomebodyElse_isNotOurs() {
    moves("a", weights("a", 0, "b", 25));

    assertThat(movements().ours("b", new Weight(25))).isTrue();
    assertThat(movements().ours("b", new Weight(24))).isFalse();
  }

  private SortedMap<String, Weight> targets(String region) {
    return movements().afterReturn(new RegionCode(region));
  }

  private Movements movements() {
    return Movements.of(history, artifacts);
  }

  private void moves(String region, SortedMap<String, Weight> after) {
    MovedWeights moved =
        new MovedWeights(
            "Z", "shop.example.", "A", region, history.size() + 1, zone, after, Optional.empty());
    happens(
        new RegionEvent.EvacuationIntended(
            new RegionCode(region), 1, "dark", moved.token(), moved.store(artifacts)));
    zone.putAll(after);
  }

  private void returns(String region) {
    zone.putAll(targets(region));
    happens(new RegionEvent.Returned(new RegionCode(region), 1, history.size() + 1, "back"));
  }

  private void happens(ReleaseEvent event) {
    long seq = history.size() + 1L;
    history.add(new Recorded<>(seq, Instant.EPOCH.plusSeconds(seq), event));
  }

  private static SortedMap<String, Weight> weights(Object... pairs) {
    TreeMap<String, Weight> weights = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      weights.put((String) pairs[i], new Weight((Integer) pairs[i + 1]));
    }
    return weights;
  }
}
