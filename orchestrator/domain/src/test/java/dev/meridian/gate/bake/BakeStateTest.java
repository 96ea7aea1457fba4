package dev.meridian.gate.bake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.meridian.gate.GateSpec;
import dev.meridian.region.Share;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BakeStateTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final BakeWorld world = new BakeWorld(7);

  private static BakeState stored(BakeState state) {
    try {
      return JSON.readValue(JSON.writeValueAsString(state), BakeState.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void checkpoint_anywhereInTheBake_givesTheSameStateAndVerdict() {
    BakeFold fold = new BakeFold(world.subject(BakeWorld.gates()));
    List<GridObservations> recorded = new ArrayList<>();
    BakeState straight = fold.begin(world.standings);
    for (int i = 0; i < 2 * BakeWorld.HOUR; i++) {
      world.contenderRate = i > 300 ? 0.006 : 0.001;
      recorded.add(world.observe(fold.subject(), straight));
      straight = fold.fold(straight, recorded.getLast());
    }
    for (int cut : new int[] {0, 1, 19, 20, 299, 320, 479}) {
      BakeState resumed = fold.begin(world.standings);
      for (GridObservations grid : recorded.subList(0, cut)) {
        resumed = fold.fold(resumed, grid);
      }
      resumed = stored(resumed);
      for (GridObservations grid : recorded.subList(cut, recorded.size())) {
        resumed = fold.fold(resumed, grid);
      }
      assertThat(resumed).as("cut at %d", cut).isEqualTo(straight);
      assertThat(BakeDecision.decide(fold.subject(), resumed, BakeWorld.twoHours()))
          .isEqualTo(BakeDecision.decide(fold.subject(), straight, BakeWorld.twoHours()))
          .isInstanceOf(BakeStep.Verdict.class);
    }
  }

  @Test
  void checkpoint_afterHalfADayWithSevenGates_isAtMost64Kilobytes() throws JsonProcessingException {
    List<GateSpec> gates = new ArrayList<>(BakeWorld.gates());
    for (int i = 2; i <= 3; i++) {
      gates.add(BakeWorld.ratio("errors-" + i, true));
      GateSpec.Trend memory = (GateSpec.Trend) BakeWorld.gates().get(2);
      gates.add(
          new GateSpec.Trend(
              "memory-" + i,
              true,
              memory.query(),
              memory.limit(),
              memory.horizon(),
              memory.interval(),
              memory.minimumGood()));
    }
    BakeFold fold = new BakeFold(world.subject(gates));
    BakeState state = world.run(fold, fold.begin(world.standings), 12 * BakeWorld.HOUR);

    String json = JSON.writeValueAsString(state);

    assertThat(json.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(64 * 1024);
    assertThat(stored(state)).isEqualTo(state);
  }

  @Test
  void checkpoint_withTheLargestWindow_isSmallAndReadsBack() throws JsonProcessingException {
    GateSpec queue =
        new GateSpec.Distribution(
            "queue",
            true,
            "queue",
            GateSpec.Direction.EITHER,
            120,
            0.7,
            BakeWorld.INTERVAL,
            Share.ofFraction(0.5));
    BakeFold fold = new BakeFold(world.subject(List.of(queue)));
    BakeState state = world.run(fold, fold.begin(world.standings), 239);

    assertThat(((GateState.Distribution) state.gates().getFirst()).window()).hasSize(119);
    assertThat(JSON.writeValueAsString(state).length()).isLessThanOrEqualTo(16 * 1024);
    assertThat(stored(state)).isEqualTo(state);
  }

  @Test
  void checkpoint_thatKnowsNoReasonsAndNoTouch_isReadAllTheSame() throws JsonProcessingException {
    BakeFold fold = new BakeFold(world.subject(BakeWorld.gates()));
    world.seen = Unseen.silent(BakeWorld.SEOUL::equals);
    BakeState state = world.run(fold, fold.begin(world.standings), 3);
    String json = JSON.writeValueAsString(state);
    String older =
        json.replaceAll(",\"why\":\"no series\"", "").replaceAll(",\"untouched\":true", "");
    assertThat(json.length() - older.length()).isGreaterThan(100);

    BakeState read = JSON.readValue(older, BakeState.class);

    assertThat(read.gates().getFirst().samples().why()).isEmpty();
    GridObservations next = world.observe(fold.subject(), state);
    assertThat(fold.fold(read, next)).isEqualTo(fold.fold(state, next));
  }

  @Test
  void evidence_isReadableJson() throws JsonProcessingException {
    BakeFold fold = new BakeFold(world.subject(BakeWorld.gates()));
    world.contenderRate = 0.05;
    BakeState state = world.run(fold, fold.begin(world.standings), 100);
    BakeStep step = BakeDecision.decide(fold.subject(), state, BakeWorld.twoHours());

    assertThat(step).isInstanceOf(BakeStep.Verdict.class);
    Evidence evidence = ((BakeStep.Verdict) step).evidence();
    String json = JSON.writeValueAsString(evidence);
    assertThat(JSON.readValue(json, Evidence.class)).isEqualTo(evidence);
    assertThat(JSON.readTree(json).at("/gates/0/figures/pairedLimit").asInt()).isEqualTo(2500);
    assertThat(JSON.readTree(json).at("/gates/0/state/kind").asText()).isEqualTo("ratio");
  }

  @Test
  void fold_intervalThatDoesNotFollow_isRefused() {
    BakeFold fold = new BakeFold(world.subject(BakeWorld.gates()));
    BakeState state = fold.begin(world.standings);
    GridObservations first = world.observe(fold.subject(), state);

    BakeState next = fold.fold(state, first);

    assertThatThrownBy(() -> fold.fold(next, first))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("should begin at");
  }

  @Test
  void checkpoint_ofBeforeChangesWereKept_isReadAsWithout() throws JsonProcessingException {
    BakeFold fold = new BakeFold(world.subject(BakeWorld.gates()));
    BakeState state = world.run(fold, fold.begin(world.standings), 10);
    ObjectNode old = JSON.valueToTree(state);
    old.remove("around");

    assertThat(JSON.treeToValue(old, BakeState.class)).isEqualTo(state);
  }
}
