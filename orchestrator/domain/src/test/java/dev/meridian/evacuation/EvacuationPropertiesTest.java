package dev.meridian.evacuation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.evacuation.EvacuationPlan.Cause;
import dev.meridian.region.RegionCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What must hold for whatever regions: a failure names the seed. */
final class EvacuationPropertiesTest {
  private static final int WORLDS = 2_000;

  @Test
  void p19_afterAMove_everyRegionThatAnswersKeepsItsHeadRoom() {
    forMoves((request, move) -> {
      for (Serving after : applied(request, move)) {
        if (after.weight().serves() && !move.weights().isEmpty()) {
          double peak = move.predicted().getOrDefault(after.region(), 0.0);
          assertThat(peak * 1.2).isLessThanOrEqualTo(after.capacity().value() * 1.000001);
        }
      }
    });
  }

  @Test
  void p20_afterAMove_aFreeRegionAnswersAndNobodysWeightWasLowered() {
    forMoves((request, move) -> {
      List<Serving> after = applied(request, move);
      if (!move.weights().isEmpty()) {
        assertThat(after).anyMatch(s -> s.weight().serves() && request.free(s));
      }
      for (Serving before : request.regions()) {
        Weight weight = move.weights().getOrDefault(before.region(), before.weight());
        if (before.region().equals(request.leaving())) {
          assertThat(weight).isEqualTo(Weight.NONE);
        } else {
          assertThat(weight).isGreaterThanOrEqualTo(before.weight());
        }
      }
    });
  }

  @Test
  void p21_raisedRegions_areFreeToReceiveAndTheSpillIsSmall() {
    forMoves((request, move) -> {
      if (!move.weights().isEmpty()) {
        assertThat(move.spill()).isLessThanOrEqualTo(request.rules().spill());
      }
      for (Serving before : request.regions()) {
        if (!before.region().equals(request.leaving())
            && move.weights().containsKey(before.region())) {
          assertThat(request.free(before)).isTrue();
          assertThat(before.weight().serves()).isTrue();
        }
      }
    });
  }

  @Test
  void p32_afterAMove_everyRegionThatAnswersMayServeTheUsers() {
    forMoves((request, move) -> {
      if (!move.weights().isEmpty()) {
        assertThat(request.takers()).allMatch(taker -> taker.law().allows(request.left().law()));
      }
    });
  }

  @Test
  void requests_areNeitherLostNorInvented() {
    forMoves((request, move) -> {
      double asked = request.regions().stream().mapToDouble(s -> s.demand().peak().value()).sum();
      boolean answered = applied(request, move).stream().anyMatch(s -> s.weight().serves());
      if (answered) {
        assertThat(move.predicted().values().stream().mapToDouble(Double::doubleValue).sum())
            .isCloseTo(asked, org.assertj.core.data.Offset.offset(asked * 1e-9));
      }
    });
  }

  @Test
  void plan_forTheSameRegionsInAnotherOrder_isTheSame() {
    for (int seed = 0; seed < 500; seed++) {
      EvacuationRequest request = Worlds.drawn(new SplittableRandom(seed));
      List<Serving> shuffled = new ArrayList<>(request.regions());
      Collections.shuffle(shuffled, new Random(seed));
      EvacuationRequest other =
          new EvacuationRequest(
              request.leaving(), request.releaseSuspected(), shuffled, request.rules());

      assertThat(Evacuation.solve(other)).as("seed " + seed).isEqualTo(Evacuation.solve(request));
    }
  }

  @Test
  void refusal_forRoom_isNeverGivenWhereUnchangedWeightsWouldDo() {
    for (int seed = 0; seed < WORLDS; seed++) {
      EvacuationRequest request = Worlds.drawn(new SplittableRandom(seed));
      if (Evacuation.solve(request) instanceof EvacuationPlan.Refused refused
          && (refused.cause() == Cause.NO_ROOM || refused.cause() == Cause.SPILL)) {
        List<Serving> emptied =
            request.regions().stream()
                .map(s -> s.region().equals(request.leaving()) ? s.withWeight(Weight.NONE) : s)
                .toList();
        assertThat(Outlook.of(request, emptied).fits(request.rules())).as("seed " + seed).isFalse();
      }
    }
  }

  @Test
  void drawnWorlds_reachEveryOutcome() {
    Map<Cause, Integer> refusals = new EnumMap<>(Cause.class);
    int raised = 0;
    for (int seed = 0; seed < WORLDS; seed++) {
      switch (Evacuation.solve(Worlds.drawn(new SplittableRandom(seed)))) {
        case EvacuationPlan.Refused refused -> refusals.merge(refused.cause(), 1, Integer::sum);
        case EvacuationPlan.Move move -> raised += move.weights().size() > 1 ? 1 : 0;
      }
    }
    assertThat(refusals).containsOnlyKeys(Cause.values());
    assertThat(raised).isGreaterThan(20);
  }

  private interface Property {
    void check(EvacuationRequest request, EvacuationPlan.Move move);
  }

  private static void forMoves(Property property) {
    for (int seed = 0; seed < WORLDS; seed++) {
      EvacuationRequest request = Worlds.drawn(new SplittableRandom(seed));
      if (Evacuation.solve(request) instanceof EvacuationPlan.Move move) {
        named(seed, _ -> property.check(request, move));
      }
    }
  }

  private static void named(int seed, Consumer<Integer> check) {
    try {
      check.accept(seed);
    } catch (AssertionError e) {
      throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
    }
  }

  private static List<Serving> applied(EvacuationRequest request, EvacuationPlan.Move move) {
    Map<RegionCode, Weight> changed = move.weights();
    return request.regions().stream()
        .map(s -> s.withWeight(changed.getOrDefault(s.region(), s.weight())))
        .toList();
  }
}
