package dev.meridian.api;

import static dev.meridian.api.DocumentsTest.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.region.RegionCode;
import dev.meridian.release.CommandKind;
import dev.meridian.release.PauseCause;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.workflow.CommandOrder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private static final RegionCode PARIS = new RegionCode("eu-west-3");
  private static final String WHY = "{\"reason\": \"a hunch\"}";

  private final TestApi api = new TestApi().described();
  private final Rest rest = api.rest();
  private String release = "";

  @BeforeEach
  void start() {
    release = "/api/v1/releases/" + api.started("2");
  }

  @AfterEach
  void close() {
    api.close();
  }

  private String id() {
    return release.substring(release.lastIndexOf('/') + 1);
  }

  @Test
  void abort_runningRelease_isTakenWithActorAndReason() {
    Rest.Answer answer = rest.post(release + "/abort", WHY);

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(answer.json().path("delivery").asText()).isEqualTo("taken");
    CommandOrder order = api.engine().taken().getFirst();
    assertThat(order.kind()).isEqualTo(CommandKind.ABORT);
    assertThat(order.actor()).isEqualTo("admin");
    assertThat(order.reason()).isEqualTo("a hunch");
    assertThat(order.id()).hasToString(answer.json().path("command").asText());
  }

  @Test
  void resume_releaseThatIsNotPaused_is409WithTheState() {
    Rest.Answer answer = rest.post(release + "/resume", WHY);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("command-refused");
    assertThat(answer.detail()).contains("not paused");
    assertThat(answer.json().path("phase").asText()).isEqualTo("running");
  }

  @Test
  void pause_thenResume_bothApply() {
    assertThat(rest.post(release + "/pause", WHY).status()).isEqualTo(202);
    api.happens(id(), new ReleaseEvent.Paused(PauseCause.REQUESTED, "admin", "a hunch"));
    assertThat(rest.post(release + "/pause", WHY).status()).isEqualTo(409);
    assertThat(rest.post(release + "/resume", WHY).status()).isEqualTo(202);
    assertThat(rest.post(release + "/stop", WHY).status()).isEqualTo(202);
  }

  @Test
  void retry_regionThatFailed_carriesTheRegion() {
    api.happens(id(), new RegionEvent.RegionStarted(PARIS, 1, "wave 1"));
    api.happens(id(), new RegionEvent.RegionEnded(PARIS, 1, RegionEnd.FAILED, "no pods"));
    api.happens(
        id(), new ReleaseEvent.Paused(PauseCause.STEP_FAILED, ReleaseEvent.MERIDIAN, "no pods"));

    assertThat(pointers(rest.post(release + "/retry", WHY))).containsOnlyKeys("/region");
    Rest.Answer answer =
        rest.post(release + "/retry", "{\"reason\": \"quota raised\", \"region\": \"eu-west-3\"}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(api.engine().taken().getFirst().region()).contains(PARIS);
    assertThat(
            rest.post(release + "/retry", "{\"reason\": \"x\", \"region\": \"us-east-1\"}")
                .status())
        .isEqualTo(409);
  }

  @Test
  void command_withoutReasonOrWithUnknownField_isRefused() {
    assertThat(pointers(rest.post(release + "/pause", "{\"resaon\": \"x\"}")))
        .containsOnlyKeys("/reason", "/resaon");
    Rest.Answer bare = rest.post(release + "/pause", "");
    assertThat(bare.status()).isEqualTo(422);
    assertThat(bare.json().at("/errors/0/message").asText()).isEqualTo("the body is missing");
    assertThat(bare.json().at("/errors/0/remedy").asText()).contains("{\"reason\": ");
    assertThat(rest.post("/api/v1/releases/nothing/pause", WHY).status()).isEqualTo(404);
  }

  @Test
  void retry_ofARegionThatTheReleaseDoesNotHave_is422NamingTheNearest() {
    Rest.Answer answer =
        rest.post(release + "/retry", "{\"reason\": \"x\", \"region\": \"ca-centrl-1\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/region");
    assertThat(answer.json().at("/errors/0/remedy").asText()).contains("ca-central-1");
    assertThat(api.ports().commands().undelivered(10)).isEmpty();
  }

  @Test
  void command_onAnEndedRelease_is409AndNotWrittenDown() {
    api.happens(id(), new ReleaseEvent.ReleaseEnded(ReleaseOutcome.COMPLETED, "all passed"));

    Rest.Answer answer = rest.post(release + "/abort", WHY);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.detail()).contains("has ended");
    assertThat(api.ports().commands().undelivered(10)).isEmpty();
  }

  @Test
  void command_sentTwiceWithOneKey_isOneCommand() {
    Rest.Answer first = rest.post(release + "/pause", WHY, "Idempotency-Key", "k");
    Rest.Answer second = rest.post(release + "/pause", WHY, "Idempotency-Key", "k");

    assertThat(second.json()).isEqualTo(first.json());
    assertThat(api.engine().taken()).hasSize(1);
    assertThat(
            rest.post(release + "/pause", "{\"reason\": \"x\"}", "Idempotency-Key", "k").problem())
        .isEqualTo("idempotency-key-reused");
  }

  @Test
  void command_engineAway_waitsAndIsDeliveredWhenItIsBack() {
    api.engine().goAway();

    Rest.Answer answer = rest.post(release + "/abort", WHY);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("delivery").asText()).isEqualTo("waiting");
    api.engine().comeBack();
    await(() -> api.ports().commands().undelivered(10).isEmpty());
    assertThat(api.engine().taken())
        .extracting(order -> order.id().toString())
        .containsExactly(answer.json().path("command").asText());
  }

  @Test
  void command_releaseEndsBeforeDelivery_isGivenUp() {
    api.engine().goAway();
    rest.post(release + "/pause", WHY);

    api.happens(id(), new ReleaseEvent.ReleaseEnded(ReleaseOutcome.COMPLETED, "all passed"));

    await(() -> api.ports().commands().undelivered(10).isEmpty());
    assertThat(api.engine().taken()).isEmpty();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited 20 s").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
