package dev.meridian.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.ledger.Ledger;
import dev.meridian.ledger.Ledger.ChainReport;
import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.LedgerUnreachableException;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.ledger.testing.TestDatabase;
import dev.meridian.ledger.testing.TestServer;
import io.micronaut.context.ApplicationContext;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the whole server while writers write, and its start on the same data. */
class ServerKilledTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final int WRITERS = 4;
  private static final int ENTRIES = 150;
  private static final int BEFORE_THE_KILL = 20;

  private final Queue<LedgerEntry> acknowledged = new ConcurrentLinkedQueue<>();
  private final CountDownLatch underWay = new CountDownLatch(WRITERS * BEFORE_THE_KILL);

  @TempDir Path directory;

  @Test
  @Timeout(180)
  void append_serverKilledInTheMiddle_losesNothingAcknowledgedAndLeavesNoGap() throws Exception {
    int port = freePort();
    EmbeddedPostgres server = TestServer.durable(directory, port);
    LedgerDatabase database =
        new LedgerDatabase("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "", 4);
    try (ApplicationContext context = TestDatabase.context(database);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      Ledger ledger = Ports.of(context).ledger();
      List<Future<?>> writers =
          IntStream.range(0, WRITERS)
              .<Future<?>>mapToObj(writer -> threads.submit(() -> write(ledger, writer)))
              .toList();
      underWay.await();
      kill(directory);
      server.close();
      server = TestServer.durable(directory, port);
      for (Future<?> writer : writers) {
        writer.get();
      }

      for (Subject subject : List.of(subject(0), subject(1))) {
        List<LedgerEntry> kept = ledger.read(subject, 0, Integer.MAX_VALUE);
        assertThat(kept)
            .extracting(LedgerEntry::seq)
            .containsExactlyElementsOf(
                LongStream.rangeClosed(1, (long) WRITERS / 2 * ENTRIES).boxed().toList());
        assertThat(kept)
            .containsAll(
                acknowledged.stream().filter(entry -> entry.subject().equals(subject)).toList());
        assertThat(ledger.verify(subject)).isInstanceOf(ChainReport.Intact.class);
      }
    } finally {
      server.close();
    }
  }

  /** Writes each entry until it is acknowledged, as an activity that is retried. */
  private void write(Ledger ledger, int writer) {
    for (int number = 0; number < ENTRIES; number++) {
      acknowledged.add(untilAcknowledged(ledger, append(writer, number)));
      underWay.countDown();
    }
  }

  /** Each call waits for the database up to its bound, so these are minutes. */
  private static LedgerEntry untilAcknowledged(Ledger ledger, LedgerAppend append) {
    Optional<LedgerUnreachableException> last = Optional.empty();
    for (int attempt = 0; attempt < 50; attempt++) {
      try {
        return ledger.append(append);
      } catch (LedgerUnreachableException e) {
        last = Optional.of(e);
      }
    }
    throw last.orElseThrow();
  }

  private static Subject subject(int writer) {
    return new Subject("evacuation", writer % 2 == 0 ? "even" : "odd");
  }

  private static LedgerAppend append(int writer, int number) {
    String key = writer + "/" + number;
    return new LedgerAppend(
        subject(writer), 1, "tested", 1, NOON, "ada", Optional.empty(), key, Map.of("key", key));
  }

  /** Everything at once, as when a machine stops: the postmaster and its children. */
  private static void kill(Path data) throws IOException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    postmaster.onExit().join();
    all.forEach(child -> child.onExit().join());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
