package dev.meridian.worker.traffic;

import static dev.meridian.worker.traffic.EvacuateTest.evacuated;
import static dev.meridian.worker.traffic.TrafficWorld.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionEvent;
import dev.meridian.sandbox.dns.HostedZones;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BringBackTest {
  private static final String TOKYO = "ap-northeast-1";

  private final TrafficWorld world = new TrafficWorld();
  private final TrafficWorld.PromptUsers users = world.new PromptUsers();
  private final Route53TrafficActivities worker = world.worker(world.endpoint(), users);

  @AfterEach
  void closed() {
    worker.close();
    world.close();
  }

  @Test
  void traffic_broughtBack_climbsTheRampToExactlyTheWeightsBefore() {
    evacuated(worker.evacuate(in(TOKYO), "it is dark"));
    RegionEvent.Returned event = worker.bringBack(in(TOKYO), "it serves again");

    assertThat(world.weights()).isEqualTo(TrafficWorld.weightsAtTheBeginning());
    assertThat(tokyoWeights()).containsExactly("49", "0", "5", "25", "49");
    assertThat(event.token()).isEqualTo(4);
    assertThat(event.sentence())
        .contains("ap-northeast-1 to weight 5 (in sync")
        .contains("0.00 % bad")
        .endsWith("weights are as they were");
  }

  @Test
  void return_executedTwice_changesTheZoneOnce() {
    worker.evacuate(in(TOKYO), "it is dark");
    RegionEvent first = worker.bringBack(in(TOKYO), "it serves again");

    assertThat(worker.bringBack(in(TOKYO), "it serves again")).isEqualTo(first);
    assertThat(world.changes()).isEqualTo(4);
  }

  @Test
  void return_ofWhatWasNeverMoved_changesNothing() {
    assertThat(worker.bringBack(in(TOKYO), "it serves again").sentence())
        .isEqualTo("nothing of its traffic had been moved");
    assertThat(world.changes()).isZero();
  }

  @Test
  void receivers_thatWereRaised_getTheirWeightsBackAtTheTop() {
    midRelease("us-east-1");
    RegionEvent.Evacuated event = evacuated(worker.evacuate(in("sa-east-1"), "it is dark"));

    Map<String, Integer> raised = world.weights();
    assertThat(event.sentence()).contains("weights raised:").contains("is in mid-release");
    assertThat(raised.get("eu-central-1")).isGreaterThan(86);
    assertThat(raised).containsEntry("us-east-1", 155);

    worker.bringBack(in("sa-east-1"), "it serves again");
    assertThat(world.weights()).isEqualTo(TrafficWorld.weightsAtTheBeginning());
  }

  @Test
  void users_harmedOnTheFirstRung_emptyTheRegionAgain() {
    worker.evacuate(in(TOKYO), "it is dark");
    users.badShare = 0.5;

    assertThatThrownBy(() -> worker.bringBack(in(TOKYO), "it serves again"))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> assertThat(failure.getType()).isEqualTo("HARMED_AGAIN"))
        .hasMessageContaining("50.00 % of its requests are bad")
        .hasMessageContaining("its weight is 0 again");
    assertThat(world.weights()).containsEntry(TOKYO, 0);

    users.badShare = 0;
    worker.bringBack(in(TOKYO), "somebody has looked");
    assertThat(world.weights()).isEqualTo(TrafficWorld.weightsAtTheBeginning());
  }

  @Test
  void users_whoCannotBeSeen_keepTheRampWhereItIs() {
    worker.evacuate(in(TOKYO), "it is dark");
    try (Route53TrafficActivities blind =
        world.worker(world.endpoint(), (_, _) -> Optional.empty())) {
      assertThatThrownBy(() -> blind.bringBack(in(TOKYO), "it serves again"))
          .isInstanceOfSatisfying(
              ApplicationFailure.class,
              failure -> {
                assertThat(failure.getType()).isEqualTo("METRICS_UNREACHABLE");
                assertThat(failure.isNonRetryable()).isFalse();
              });
    }
    assertThat(world.weights()).containsEntry(TOKYO, 5);

    worker.bringBack(in(TOKYO), "it serves again");
    assertThat(world.weights()).isEqualTo(TrafficWorld.weightsAtTheBeginning());
    assertThat(tokyoWeights()).containsExactly("49", "0", "5", "25", "49");
  }

  @Test
  void answerOfARung_lost_doesNotDoItTwice() {
    worker.evacuate(in(TOKYO), "it is dark");
    try (MeddlingProxy proxy = new MeddlingProxy(world.endpoint());
        Route53TrafficActivities unlucky = world.worker(proxy.endpoint(), users)) {
      proxy.next(new MeddlingProxy.Mishap.AnswerLost());

      unlucky.bringBack(in(TOKYO), "it serves again");
    }
    assertThat(world.changes()).isEqualTo(4);
    assertThat(world.weights()).isEqualTo(TrafficWorld.weightsAtTheBeginning());
  }

  @Test
  void regionsBroughtBackInAnotherOrder_leaveTheWeightsAsTheyWere() {
    midRelease("us-east-1");
    worker.evacuate(in("sa-east-1"), "it is dark");
    worker.evacuate(in("af-south-1"), "it is dark too");

    worker.bringBack(in("sa-east-1"), "it serves again");
    worker.bringBack(in("af-south-1"), "it serves again");

    assertThat(world.weights()).isEqualTo(TrafficWorld.weightsAtTheBeginning());
  }

  private void midRelease(String... regions) {
    for (String region : regions) {
      world.happened(new RegionEvent.RegionStarted(new RegionCode(region), 1, "wave 3"));
    }
  }

  /** Every weight that Tokyo was created with, in order, from the journal. */
  private List<String> tokyoWeights() {
    return world.journal.entries(HostedZones.KIND).stream()
        .flatMap(entry -> ((List<?>) entry.payload().getOrDefault("changes", List.of())).stream())
        .map(change -> (Map<?, ?>) change)
        .filter(change -> TOKYO.equals(change.get("setIdentifier")))
        .filter(change -> "CREATE".equals(change.get("action")))
        .map(change -> String.valueOf(change.get("weight")))
        .toList();
  }
}
