package dev.meridian.worker.traffic;

import static dev.meridian.worker.traffic.EvacuateTest.evacuated;
import static dev.meridian.worker.traffic.TrafficWorld.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.release.RegionEvent;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What networks, other writers and Route 53 itself may do to a change. */
final class MishapsTest {
  private static final String TOKYO = "ap-northeast-1";
  private static final String FRANKFURT = "eu-central-1";

  private final TrafficWorld world = new TrafficWorld();
  private final TrafficWorld.PromptUsers users = world.new PromptUsers();
  private final MeddlingProxy proxy = new MeddlingProxy(world.endpoint());
  private final Route53TrafficActivities unlucky = world.worker(proxy.endpoint(), users);
  private final Route53TrafficActivities other = world.worker(world.endpoint(), users);

  @AfterEach
  void closed() {
    unlucky.close();
    other.close();
    proxy.close();
    world.close();
  }

  @Test
  void answer_lost_isUnderstoodByTheTokenInTheZone() {
    proxy.next(new MeddlingProxy.Mishap.AnswerLost());

    RegionEvent.Evacuated event = evacuated(unlucky.evacuate(in(TOKYO), "it is dark"));

    assertThat(world.changes()).isEqualTo(1);
    assertThat(event.token()).isEqualTo(1);
    assertThat(event.sentence()).contains("its id was lost with the answer");
  }

  @Test
  void request_lost_isSentAgain() {
    proxy.next(new MeddlingProxy.Mishap.RequestLost());

    assertThat(evacuated(unlucky.evacuate(in(TOKYO), "it is dark")).token()).isEqualTo(1);

    assertThat(world.changes()).isEqualTo(1);
    assertThat(world.weights()).containsEntry(TOKYO, 0);
  }

  @Test
  void everyRequest_lost_isUnreachableAndChangesNothing() {
    for (int i = 0; i < 5; i++) {
      proxy.next(new MeddlingProxy.Mishap.RequestLost());
    }

    assertThatThrownBy(() -> unlucky.evacuate(in(TOKYO), "it is dark"))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getType()).isEqualTo("DNS_UNREACHABLE");
              assertThat(failure.isNonRetryable()).isFalse();
            });
    assertThat(world.changes()).isZero();
  }

  @Test
  void writer_whoWasOvertakenOnce_solvesAgain() {
    proxy.next(
        new MeddlingProxy.Mishap.Delayed(() -> other.evacuate(in(FRANKFURT), "it is dark too")));

    RegionEvent.Evacuated event = evacuated(unlucky.evacuate(in(TOKYO), "it is dark"));

    assertThat(event.token()).isEqualTo(2);
    assertThat(world.changes()).isEqualTo(2);
    assertThat(world.weights()).containsEntry(TOKYO, 0).containsEntry(FRANKFURT, 0);
  }

  @Test
  void writer_whoWasOvertakenTwice_isSupersededAndChangesNothing() {
    proxy.next(
        new MeddlingProxy.Mishap.Delayed(() -> {
          other.evacuate(in("ca-central-1"), "it is dark too");
          other.evacuate(in("af-south-1"), "it is dark too");
        }));

    assertThatThrownBy(() -> unlucky.evacuate(in(TOKYO), "it is dark"))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getType()).isEqualTo("DNS_SUPERSEDED");
              assertThat(failure.isNonRetryable()).isTrue();
            })
        .hasMessageContaining("newer than change 1 that was tried");
    assertThat(world.weights()).containsEntry(TOKYO, 49);
  }

  @Test
  void writers_atTheSameTime_allSucceedOneAfterAnother() throws Exception {
    List<String> regions = List.of(TOKYO, "ca-central-1", "sa-east-1", "af-south-1");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<RegionEvent>> running =
          regions.stream()
              .map(region -> threads.submit(() -> other.evacuate(in(region), "it is dark")))
              .toList();
      for (Future<RegionEvent> one : running) {
        evacuated(one.get());
      }
    }

    assertThat(world.changes()).isEqualTo(4);
    assertThat(regions).allSatisfy(region -> assertThat(world.weights().get(region)).isZero());
  }

  @Test
  void twoProcesses_atTheSameTime_bothSucceed() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<RegionEvent> one = threads.submit(() -> unlucky.evacuate(in(TOKYO), "it is dark"));
      Future<RegionEvent> two =
          threads.submit(() -> other.evacuate(in("af-south-1"), "it is dark"));
      evacuated(one.get());
      evacuated(two.get());
    }

    assertThat(world.changes()).isEqualTo(2);
    assertThat(world.weights()).containsEntry(TOKYO, 0).containsEntry("af-south-1", 0);
  }

  @Test
  void throttle_thatLasts_isAFailureToRetryAndChangesNothing() {
    world.throttled(true);

    assertThatThrownBy(() -> other.evacuate(in(TOKYO), "it is dark"))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getType()).isEqualTo("DNS_THROTTLED");
              assertThat(failure.isNonRetryable()).isFalse();
            })
        .hasMessageContaining("Rate exceeded");
    assertThat(world.changes()).isZero();

    world.throttled(false);
    assertThat(evacuated(other.evacuate(in(TOKYO), "it is dark")).token()).isEqualTo(1);
  }
}
