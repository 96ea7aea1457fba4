package dev.meridian.worker.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.failure.FailureCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent.CheckEnded;
import dev.meridian.worker.LoopbackServer;
import dev.meridian.worker.LoopbackServer.Answer;
import dev.meridian.worker.LoopbackServer.Behaviour;
import dev.meridian.worker.LoopbackServer.Request;
import dev.meridian.worker.frozen.FrozenExample;
import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ServiceChecksTest {
  private static final RegionAttempt PARIS = FrozenExample.attempt("eu-west-3");

  private final CheckRoom room = new CheckRoom();

  @Test
  void hook_thatPasses_isSignedAndRecordedOnce() {
    try (LoopbackServer hook = answering(Answer.of(200, verdict(true, "42 of 42 passed")))) {
      CheckEnded ended = room.checks(hook).run(PARIS, "integration");
      assertThat(ended.passed()).isTrue();
      assertThat(ended.sentence()).isEqualTo("42 of 42 passed");
      assertThat(room.checks(hook).run(PARIS, "integration")).isEqualTo(ended);
      assertThat(hook.requests()).hasSize(1);
      Request request = hook.requests().getFirst();
      assertThat(request.path()).isEqualTo("/integration?region=eu-west-3");
      assertThat(request.body()).contains("\"attempt\":1", "\"service\":\"checkout\"");
      assertSigned(request);
    }
  }

  private static void assertSigned(Request request) {
    String signature = String.valueOf(request.headers().get(HookSignature.HEADER));
    String time = signature.substring("t=".length(), signature.indexOf(','));
    assertThat(signature)
        .isEqualTo(
            HookSignature.of(
                CheckRoom.SECRET,
                java.time.Instant.ofEpochSecond(Long.parseLong(time)),
                request.body()));
  }

  @Test
  void signature_ofAKnownCase_isTheKnownOne() {
    // printf '1700000000.{}' | openssl dgst -sha256 -hmac key
    assertThat(HookSignature.of("key", java.time.Instant.ofEpochSecond(1_700_000_000), "{}"))
        .isEqualTo(
            "t=1700000000,v1=9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae");
  }

  @Test
  void hook_thatFindsFault_isAnOutcome() {
    try (LoopbackServer hook = answering(Answer.of(200, verdict(false, "cart is empty")))) {
      CheckEnded ended = room.checks(hook).run(PARIS, "integration");
      assertThat(ended.passed()).isFalse();
      assertThat(ended.sentence()).isEqualTo("cart is empty");
    }
  }

  @Test
  void hook_thatTakesTime_isAskedAgainAtItsLocation() {
    AtomicInteger polls = new AtomicInteger();
    Behaviour slow =
        request -> {
          if (request.method().equals("POST")) {
            return new Answer(202, Map.of("Location", "/runs/7"), "");
          }
          return polls.incrementAndGet() < 2
              ? Answer.of(202, "")
              : Answer.of(200, verdict(true, "in the end"));
        };
    try (LoopbackServer hook = new LoopbackServer(slow)) {
      assertThat(room.checks(hook).run(PARIS, "integration").sentence()).isEqualTo("in the end");
      assertThat(hook.requests()).extracting(Request::path).endsWith("/runs/7", "/runs/7");
    }
  }

  @Test
  void hook_thatFailsOnce_isTriedAgainAtOnce() {
    AtomicInteger calls = new AtomicInteger();
    Behaviour flaky =
        request ->
            calls.incrementAndGet() == 1
                ? Answer.of(503, "")
                : Answer.of(200, verdict(true, "fine"));
    try (LoopbackServer hook = new LoopbackServer(flaky)) {
      assertThat(room.checks(hook).run(PARIS, "integration").passed()).isTrue();
    }
  }

  @Test
  void hook_thatCannotBeAsked_isAFailureThatMayBeRetried() {
    LoopbackServer gone = answering(Answer.of(200, ""));
    gone.close();
    assertFails(gone, "integration", FailureCode.CHECK_UNREACHABLE);
    assertThat(room.ports.releaseLedger().history(PARIS.release())).isEmpty();
  }

  @Test
  void hook_thatDoesNotKnowUs_isAFaultOfTheDocument() {
    try (LoopbackServer hook = answering(Answer.of(404, "no such hook"))) {
      assertFails(hook, "integration", FailureCode.INVALID_SPEC);
    }
    try (LoopbackServer hook = answering(Answer.of(200, "ok"))) {
      assertFails(hook, "integration", FailureCode.CHECK_UNREACHABLE);
    }
  }

  @Test
  void check_thatTheServiceDoesNotHave_isAFaultOfTheDocument() {
    try (LoopbackServer hook = answering(Answer.of(200, ""))) {
      assertFails(hook, "nonsense", FailureCode.INVALID_SPEC);
    }
  }

  private void assertFails(LoopbackServer server, String check, FailureCode code) {
    assertThatThrownBy(() -> room.checks(server).run(PARIS, check))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getType()).isEqualTo(code.name());
              assertThat(failure.getOriginalMessage())
                  .contains(check)
                  .doesNotContain(CheckRoom.SECRET);
            });
  }

  private static LoopbackServer answering(Answer answer) {
    return new LoopbackServer(request -> answer);
  }

  private static String verdict(boolean passed, String summary) {
    return "{\"passed\":" + passed + ",\"summary\":\"" + summary + "\"}";
  }
}
