package dev.meridian.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.meridian.ledger.Commands.Answer;
import dev.meridian.ledger.Commands.Command;
import dev.meridian.ledger.Documents.NewDocument;
import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.LedgerUnreachableException;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.Releases.LiftedMark;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.WaitingReleases.Unstarted;
import dev.meridian.ledger.testing.CuttableWay;
import dev.meridian.ledger.testing.CuttableWay.Cut;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.ledger.testing.TestDatabase;
import dev.meridian.region.ServiceName;
import dev.meridian.region.Share;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.service.ImageReference;
import dev.meridian.service.RevisionId;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The database is away, in the two ways it can be: it refuses, or it says nothing at all. The time
 * limits are far above the bounds of a call and only keep a hanging one from hanging the build.
 */
class DatabaseAwayTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final ReleaseId RELEASE = new ReleaseId(new UUID(1, 2));
  private static final ServiceName CHECKOUT = new ServiceName("checkout");
  private static final Subject CHAIN = Subject.release(RELEASE);
  private static final Keyed<ReleaseEvent.Paged> PAGED =
      new Keyed<>("paged", NOON, new ReleaseEvent.Paged("somebody"));

  @Test
  @Timeout(60)
  void everyPort_databaseRefuses_throwsTheClearFact() throws Exception {
    everyPortSaysSo(Cut.REFUSING);
  }

  @Test
  @Timeout(90)
  void everyPort_databaseIsSilent_throwsTheClearFact() throws Exception {
    everyPortSaysSo(Cut.SILENT);
  }

  @Test
  @Timeout(60)
  void context_afterTheDatabaseIsBack_worksAgain() throws Exception {
    try (TestDatabase database = TestDatabase.create();
        CuttableWay way = new CuttableWay(port(database));
        ApplicationContext context = TestDatabase.context(through(way, database))) {
      Ports ports = Ports.of(context);
      way.cut(Cut.REFUSING);
      assertThat(catchThrowable(() -> ports.ledger().append(append())))
          .isInstanceOf(LedgerUnreachableException.class);
      way.restore();

      assertThat(appendedAtLast(ports).seq()).isEqualTo(1);
    }
  }

  /** Each connection of the pool that broke meanwhile may be noticed by one more call. */
  private static LedgerEntry appendedAtLast(Ports ports) {
    for (int attempt = 0; attempt < 10; attempt++) {
      try {
        return ports.ledger().append(append());
      } catch (LedgerUnreachableException e) {
        assertThat(e).hasMessageStartingWith("the database does not answer");
      }
    }
    return ports.ledger().append(append());
  }

  private static void everyPortSaysSo(Cut cut) throws Exception {
    try (TestDatabase database = TestDatabase.create();
        CuttableWay way = new CuttableWay(port(database));
        ApplicationContext context = TestDatabase.context(through(way, database))) {
      Ports ports = Ports.of(context);
      ports.ledger().append(append());
      way.cut(cut);

      Map<String, Throwable> answers = answers(calls(ports));
      assertThat(answers).hasSameSizeAs(calls(ports));
      assertThat(answers)
          .allSatisfy((call, answer) ->
              assertThat(answer)
                  .as(call)
                  .isInstanceOf(LedgerUnreachableException.class)
                  .hasMessageStartingWith("the database does not answer"));
    }
  }

  private static LedgerAppend append() {
    return new LedgerAppend(
        CHAIN, 1, "tested", 1, NOON, "ada", Optional.empty(), "a", Map.of("n", 1));
  }

  /** Every method of every port, by name. */
  private static Map<String, ThrowingCallable> calls(Ports ports) {
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
    calls.put("append", () -> ports.ledger().append(append()));
    calls.put("read", () -> ports.ledger().read(CHAIN, 0, 1));
    calls.put("find", () -> ports.ledger().find("a"));
    calls.put("await", () -> ports.ledger().await(CHAIN, 1, 1, Duration.ofSeconds(20)));
    calls.put("verify", () -> ports.ledger().verify(CHAIN));
    calls.put("subjects", () -> ports.ledger().subjects());
    calls.put("chainHeads", () -> ports.ledger().chainHeads(NOON));
    calls.put("newestAt", () -> ports.ledger().newestAt());
    calls.put("record", () -> ports.releaseLedger().record(RELEASE, 1, "ada", PAGED));
    calls.put("findEvent", () -> ports.releaseLedger().find("a"));
    calls.put("history", () -> ports.releaseLedger().history(RELEASE));
    calls.put("store", () -> ports.documents().store(document(), Optional.empty()));
    calls.put("current", () -> ports.documents().current("service", "checkout"));
    calls.put("version", () -> ports.documents().version("service", "checkout", 1));
    calls.put("documents", () -> ports.documents().history("service", "checkout", 1));
    calls.put("names", () -> ports.documents().names("service"));
    calls.put("storeArtifact", () -> ports.artifacts().store("log", "a"));
    calls.put("load", () -> ports.artifacts().load("a"));
    calls.put("checkpoint", () -> ports.artifacts().checkpoint("a", 1, "{}"));
    calls.put("loadCheckpoint", () -> ports.artifacts().checkpoint("a"));
    calls.putAll(callsOnReleases(ports));
    return calls;
  }

  private static Map<String, ThrowingCallable> callsOnReleases(Ports ports) {
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
    UUID id = new UUID(3, 4);
    LiftedMark lift = new LiftedMark(CHECKOUT, new RevisionId("ab".repeat(32)), "ada", "why", NOON);
    Unstarted end = Unstarted.superseded(newRelease());
    calls.put("start", () -> ports.releases().start(newRelease(), Optional.empty()));
    calls.put("release", () -> ports.releases().find(RELEASE));
    calls.put("plan", () -> ports.releases().plan(RELEASE));
    calls.put("list", () -> ports.releases().list(Optional.empty(), Optional.empty(), 1));
    calls.put("unfinished", () -> ports.releases().unfinished());
    calls.put("due", () -> ports.waiting().due());
    calls.put("turn", () -> ports.waiting().start(newRelease()));
    calls.put("endWaiting", () -> ports.waiting().end(RELEASE, end));
    calls.put("raiseEpoch", () -> ports.releases().raiseEpoch(RELEASE, 1));
    calls.put("owed", () -> ports.releases().owed(CHECKOUT));
    calls.put("badMarks", () -> ports.releases().badMarks(CHECKOUT));
    calls.put("liftBadMark", () -> ports.releases().liftBadMark(lift));
    calls.put("write", () -> ports.commands().write(command(id)));
    calls.put("delivered", () -> ports.commands().delivered(id, new Answer.Taken("ok")));
    calls.put("undelivered", () -> ports.commands().undelivered(1));
    calls.put("command", () -> ports.commands().find(id));
    calls.put("sandbox", () -> ports.installation().sandbox());
    calls.put("markSandbox", () -> ports.installation().markSandbox(NOON));
    calls.put("tryAcquire", () -> ports.resumeLock().tryAcquire());
    return calls;
  }

  private static Command command(UUID id) {
    return new Command(id, RELEASE, "pause", Map.of(), "ada", "why", NOON);
  }

  private static NewDocument document() {
    return new NewDocument("service", "checkout", Map.of("a", 1), "ada", NOON);
  }

  private static NewRelease newRelease() {
    return new NewRelease(
        RELEASE,
        new ReleaseEvent.ReleaseStarted(
            CHECKOUT,
            new RevisionId("ab".repeat(32)),
            ImageReference.parse("shop/checkout@sha256:" + "cd".repeat(32)),
            1,
            1,
            List.of(),
            Share.ofFraction(0.5),
            "ada",
            "why"),
        Map.of(),
        Map.of(),
        NOON);
  }

  /** What each call throws; all at once, because each may take its whole bound. */
  private static Map<String, Throwable> answers(Map<String, ThrowingCallable> calls) {
    Map<String, Throwable> answers = new ConcurrentHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      calls.forEach((name, call) ->
          threads.execute(() -> {
            Throwable thrown = catchThrowable(call);
            if (thrown != null) {
              answers.put(name, thrown);
            }
          }));
    }
    return answers;
  }

  private static int port(TestDatabase database) {
    String url = database.settings().url();
    return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1, url.lastIndexOf('/')));
  }

  /** The same database through the cuttable way, with a short limit for silence. */
  private static LedgerDatabase through(CuttableWay way, TestDatabase database) {
    LedgerDatabase direct = database.settings();
    return new LedgerDatabase(
        direct.url().replace(":" + port(database) + "/", ":" + way.port() + "/")
            + "?socketTimeout=3",
        direct.user(),
        direct.password(),
        4);
  }
}
