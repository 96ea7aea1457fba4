package dev.meridian.worker.metrics;

import dev.meridian.activity.PastActivities;
import dev.meridian.gate.replay.Replayed;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.workflow.inquiry.DaysAnswer;
import dev.meridian.workflow.inquiry.DaysQuestion;
import dev.meridian.workflow.inquiry.ReplayQuestion;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Replays the past of a Prometheus for somebody who waits. */
public final class PrometheusPastActivities implements PastActivities {
  private final PrometheusClients clients;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public PrometheusPastActivities(PrometheusClients clients) {
    this.clients = clients.forQuestions();
  }

  @Override
  public Replayed replay(ReplayQuestion question) {
    return asked(until -> new PastReplay(question, clients, threads).run(until));
  }

  @Override
  public DaysAnswer days(DaysQuestion question) {
    return asked(until -> new PastDaysReader(question, clients, threads).run(until));
  }

  /** Something that ends by an instant of {@link System#nanoTime()}. */
  private interface Reading<T> {
    T until(long nanos) throws InterruptedException;
  }

  private static <T> T asked(Reading<T> reading) {
    long until = System.nanoTime() + LIMIT.toNanos();
    return ActivityFailures.guard(() -> {
      try {
        return reading.until(until);
      } catch (MetricsException e) {
        throw ActivityFailures.of(e.code(), e.sentence());
      }
    });
  }
}
