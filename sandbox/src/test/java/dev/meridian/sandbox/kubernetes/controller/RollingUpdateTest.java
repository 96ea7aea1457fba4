package dev.meridian.sandbox.kubernetes.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.controller.RollingUpdate.Census;
import dev.meridian.sandbox.kubernetes.controller.RollingUpdate.Moves;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollingUpdateTest {

  private static RolloutSpec spec(
      int replicas, String surge, String unavailable, boolean recreate) {
    ObjectNode tree = ApiObject.JSON.createObjectNode();
    ObjectNode spec = tree.putObject("spec").put("replicas", replicas);
    ObjectNode strategy = spec.putObject("strategy");
    strategy.put("type", recreate ? "Recreate" : "RollingUpdate");
    if (!recreate) {
      strategy.putObject("rollingUpdate").put("maxSurge", surge).put("maxUnavailable", unavailable);
    }
    spec.putObject("template")
        .putObject("spec")
        .putArray("containers")
        .addObject()
        .put("image", "a");
    return RolloutSpec.of(new ApiObject(tree));
  }

  /** Replicas, surge, absence; fresh, of them available, old, of them available; start, end old. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "4 25% 0; 0 0 4 4; 1 0",
        "4 25% 0; 1 0 4 4; 0 0",
        "4 25% 0; 1 1 4 4; 0 1",
        "4 25% 0; 4 4 1 1; 0 1",
        "4 25% 0; 4 4 0 0; 0 0",
        "4 0 1; 0 0 4 4; 0 1",
        "4 0 1; 0 0 3 3; 1 0",
        "10 25% 25%; 0 0 10 10; 3 0",
        "10 25% 25%; 3 0 10 10; 0 2",
        // an old pod that never served gives way before one that does
        "4 25% 0; 4 4 1 0; 0 1",
        "0 25% 0; 0 0 4 4; 0 4",
        "1 25% 0; 0 0 1 1; 1 0",
        "1 25% 0; 1 0 1 1; 0 0",
      })
  void moves_ofARollingUpdate_followTheArithmetic(String asked, String there, String moves) {
    String[] spec = asked.split(" ");
    int[] pods = numbers(there);
    int[] expected = numbers(moves);

    assertThat(
            RollingUpdate.moves(
                spec(Integer.parseInt(spec[0]), spec[1], spec[2], false),
                new Census(pods[0], pods[1], pods[2], pods[3], 0)))
        .isEqualTo(new Moves(expected[0], 0, expected[1]));
  }

  private static int[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  @Test
  void moves_whenScaledDown_endSurplusFirst() {
    assertThat(RollingUpdate.moves(spec(2, "25%", "0", false), new Census(5, 5, 0, 0, 0)))
        .isEqualTo(new Moves(0, 3, 0));
  }

  @Test
  void moves_whenRecreated_startOnlyWhenAllOldHaveGone() {
    RolloutSpec recreate = spec(3, "", "", true);

    assertThat(RollingUpdate.moves(recreate, new Census(0, 0, 3, 3, 0)))
        .isEqualTo(new Moves(0, 0, 3));
    assertThat(RollingUpdate.moves(recreate, new Census(0, 0, 0, 0, 3)))
        .isEqualTo(new Moves(0, 0, 0));
    assertThat(RollingUpdate.moves(recreate, new Census(0, 0, 0, 0, 0)))
        .isEqualTo(new Moves(3, 0, 0));
  }

  /** Plays whole updates: pods become available in random order, moves are carried out at once. */
  @Test
  void update_playedToTheEnd_keepsItsPromisesAndEnds() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
    for (int game = 0; game < 2_000; game++) {
      int replicas = 1 + random.nextInt(20);
      int surge = random.nextInt(4);
      int unavailable = surge == 0 ? 1 + random.nextInt(3) : random.nextInt(3);
      play(spec(replicas, "" + surge, "" + unavailable, false), random, "game " + game);
    }
  }

  private static void play(RolloutSpec spec, RandomGenerator random, String game) {
    int fresh = 0;
    int freshAvailable = 0;
    int old = spec.replicas();
    int steps = 0;
    while (freshAvailable < spec.replicas() || old > 0) {
      Moves moves = RollingUpdate.moves(spec, new Census(fresh, freshAvailable, old, old, 0));
      fresh += moves.start();
      old -= moves.endOld();
      if (moves.none() && freshAvailable < fresh) {
        freshAvailable += 1 + random.nextInt(fresh - freshAvailable);
      }
      assertThat(fresh + old).as(game).isLessThanOrEqualTo(spec.replicas() + spec.surge());
      assertThat(freshAvailable + old).as(game).isGreaterThanOrEqualTo(spec.leastAvailable());
      assertThat(++steps).as(game).isLessThan(500);
    }
    assertThat(fresh).as(game).isEqualTo(spec.replicas());
  }
}
