package dev.meridian.ledger.contract;

import static dev.meridian.ledger.contract.Samples.PARIS;
import static dev.meridian.ledger.contract.Samples.TOKYO;
import static dev.meridian.ledger.contract.Samples.event;
import static dev.meridian.ledger.contract.Samples.release;
import static dev.meridian.ledger.contract.Samples.worldwide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.ledger.Releases.Started;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.ledger.testing.TestDatabase;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEnd;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.service.Overlap;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A start that comes while something is being recorded about the release that it would follow. */
@Timeout(60)
class OverlapRaceTest {
  private static final String UNTIL_SOMEBODY_WAITS =
      """
      do $$ begin
        while not exists (select 1 from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock') loop
          perform pg_sleep(0.01);
          perform pg_stat_clear_snapshot();
        end loop;
      end $$\
      """;

  private final TestDatabase database = TestDatabase.create();
  private final ApplicationContext context = database.context();
  private final Ports ports = Ports.of(context);

  @AfterEach
  void close() {
    context.close();
    database.close();
  }

  private Started start(int number) {
    return ports.releases().start(worldwide(number, Overlap.CANARY), Optional.empty());
  }

  private void record(String key, ReleaseEvent event) {
    ports.releaseLedger().record(release(1), 1, "meridian", event(key, event));
  }

  @Test
  void start_whileTheRecoveryOfTheActiveOneIsBeingRecorded_knowsOfIt() throws Exception {
    start(1);
    for (RegionCode region : List.of(PARIS, TOKYO)) {
      record(
          "passed " + region, new RegionEvent.RegionEnded(region, 1, RegionEnd.PASSED, "healthy"));
    }

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Started> answer =
          ports
              .releaseLedger()
              .exclusively(
                  release(1),
                  () -> {
                    Future<Started> second = threads.submit(() -> start(2));
                    database.run(UNTIL_SOMEBODY_WAITS);
                    record(
                        "recovery",
                        new ReleaseEvent.RecoveryStarted(RecoveryCause.DEGRADED, "5 % fail"));
                    return second;
                  });

      assertThat(answer.get()).isInstanceOf(Started.Waits.class);
    }
    assertThat(start(3)).isInstanceOf(Started.Waits.class);
  }
}
