package dev.meridian.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.ledger.Ledger.ChainReport;
import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.ResumeLock.Held;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.ledger.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many at once, in two processes' worth of application contexts on one database. */
class ConcurrencyTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Subject CHAIN = new Subject("evacuation", "one");

  private final TestDatabase database = TestDatabase.create();
  private final ApplicationContext oneContext = database.context();
  private final ApplicationContext otherContext = database.context();
  private final Ports one = Ports.of(oneContext);
  private final Ports other = Ports.of(otherContext);

  @AfterEach
  void close() {
    oneContext.close();
    otherContext.close();
    database.close();
  }

  private static LedgerAppend append(String key) {
    return new LedgerAppend(
        CHAIN, 1, "tested", 1, NOON, "ada", Optional.empty(), key, Map.of("key", key));
  }

  @Test
  void context_severalStartedAtOnceOnAnEmptyDatabase_migrateItOnce() throws Exception {
    try (TestDatabase empty = TestDatabase.createEmpty()) {
      List<Callable<ApplicationContext>> processes = Collections.nCopies(4, empty::context);
      List<ApplicationContext> contexts = atOnce(processes);

      contexts.forEach(context -> Ports.of(context).ledger().append(append("same")));
      assertThat(Ports.of(contexts.getFirst()).ledger().read(CHAIN, 0, 10)).hasSize(1);
      contexts.forEach(ApplicationContext::close);
    }
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    }
  }

  @Test
  void append_eightWritersOnOneSubject_leavesNoGapAndAnIntactChain() throws Exception {
    List<Callable<List<LedgerEntry>>> writers =
        IntStream.range(0, 8)
            .mapToObj(writer ->
                (Callable<List<LedgerEntry>>)
                    () ->
                        IntStream.range(0, 40)
                            .mapToObj(number ->
                                (writer % 2 == 0 ? one : other)
                                    .ledger()
                                    .append(append(writer + "/" + number)))
                            .toList())
            .toList();

    List<LedgerEntry> written = atOnce(writers).stream().flatMap(List::stream).toList();

    assertThat(written)
        .extracting(LedgerEntry::seq)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 320).boxed().toList());
    assertThat(one.ledger().read(CHAIN, 0, 1_000))
        .containsExactlyInAnyOrderElementsOf(written)
        .isSortedAccordingTo((a, b) -> Long.compare(a.seq(), b.seq()));
    assertThat(one.ledger().verify(CHAIN)).isInstanceOf(ChainReport.Intact.class);
  }

  @Test
  void append_eightWritersOfOneKey_writeItOnce() throws Exception {
    List<Callable<LedgerEntry>> writers =
        IntStream.range(0, 8)
            .mapToObj(writer ->
                (Callable<LedgerEntry>)
                    () -> (writer % 2 == 0 ? one : other).ledger().append(append("same")))
            .toList();

    assertThat(atOnce(writers)).extracting(LedgerEntry::seq).containsOnly(1L);
    assertThat(one.ledger().read(CHAIN, 0, 10)).hasSize(1);
  }

  @Test
  void append_callerRollsBack_leavesNothingAndNoGap() {
    LedgerTransactions transactions = oneContext.getBean(LedgerTransactions.class);
    one.ledger().append(append("a"));

    assertThatThrownBy(() ->
            transactions.write(() -> {
              one.ledger().append(append("b"));
              throw new IllegalStateException("changed my mind");
            }))
        .hasMessage("changed my mind");

    assertThat(one.ledger().find("b")).isEmpty();
    assertThat(one.ledger().append(append("c")).seq()).isEqualTo(2);
  }

  @Test
  void chainHeads_everyProcessAtOnce_writesTheMinuteOnce() throws Exception {
    one.ledger().append(append("a"));
    List<Callable<Optional<LedgerEntry>>> processes =
        IntStream.range(0, 8)
            .mapToObj(process ->
                (Callable<Optional<LedgerEntry>>)
                    () -> (process % 2 == 0 ? one : other).ledger().chainHeads(NOON))
            .toList();

    assertThat(atOnce(processes)).filteredOn(Optional::isPresent).hasSize(1);
    assertThat(one.ledger().read(Subject.INSTALLATION, 0, 10)).hasSize(1);
  }

  @Test
  void await_hundredsOfWaiters_holdNoConnectionAndAllWake() throws Exception {
    int waiters = 300;
    CountDownLatch waiting = new CountDownLatch(waiters);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<LedgerEntry>>> answers = new ArrayList<>();
      for (int waiter = 0; waiter < waiters; waiter++) {
        answers.add(
            threads.submit(() -> {
              waiting.countDown();
              return one.ledger().await(CHAIN, 0, 10, Duration.ofSeconds(90));
            }));
      }
      waiting.await();
      assertThat(one.ledger().read(Subject.INSTALLATION, 0, 1)).isEmpty();
      other.ledger().append(append("a"));

      for (Future<List<LedgerEntry>> answer : answers) {
        assertThat(answer.get()).extracting(LedgerEntry::key).containsExactly("a");
      }
    }
  }

  @Test
  void await_listeningConnectionCut_isWokenAllTheSame() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch waiting = new CountDownLatch(1);
      Future<List<LedgerEntry>> answer =
          threads.submit(() -> {
            waiting.countDown();
            return one.ledger().await(CHAIN, 0, 10, Duration.ofSeconds(90));
          });
      waiting.await();
      database.run(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = current_database() and query like 'listen%'");
      other.ledger().append(append("a"));

      assertThat(answer.get()).hasSize(1);
    }
  }

  @Test
  void resumeLock_twoProcesses_oneHoldsItUntilItsSessionEnds() {
    Held held = one.resumeLock().tryAcquire().orElseThrow();
    assertThat(other.resumeLock().tryAcquire()).isEmpty();
    assertThat(held.stillHeld()).isTrue();

    database.run(
        "select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory'");

    assertThat(held.stillHeld()).isFalse();
    Held next = other.resumeLock().tryAcquire().orElseThrow();
    assertThat(next.stillHeld()).isTrue();
    held.close();
    assertThat(next.stillHeld()).isTrue();
    next.close();
  }
}
