package dev.meridian.worker.metrics;

import dev.meridian.activity.InquiryActivities;
import dev.meridian.failure.FailureCode;
import dev.meridian.gate.sample.RawSeries;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.metrics.PrometheusClient.Patience;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Asks a Prometheus what the api wants to know before it stores a document. */
public final class MetricsInquiryActivities implements InquiryActivities {
  /** Stands for a presence's matchers where only the form of a query is asked about. */
  private static final String SOME_LABELS = "region=\"some-region\"";

  /** So many questions at once, that a metrics system is not flooded by one document. */
  private static final int AT_ONCE = 8;

  private final PrometheusClients clients;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());

  public MetricsInquiryActivities(PrometheusClients clients) {
    this.clients = clients;
  }

  @Override
  public List<String> checkQueries(String metrics, List<String> queries) {
    return failing(() -> {
      PrometheusClient client = clients.named(metrics, Patience.QUESTION);
      return queries.stream()
          .map(query -> client.refusal(new Selector(query).with(SOME_LABELS)).orElse(""))
          .toList();
    });
  }

  @Override
  public List<Double> bucketBoundaries(String metrics, String histogram) {
    return failing(() ->
        clients
            .named(metrics, Patience.QUESTION)
            .now("max by (le) (" + new Selector(histogram).buckets().text() + ")")
            .stream()
            .flatMap(series -> boundary(series).stream())
            .sorted()
            .toList());
  }

  @Override
  public List<Integer> countSeries(String metrics, List<String> expressions) {
    return failing(() -> {
      PrometheusClient client = clients.named(metrics, Patience.QUESTION);
      List<Future<Integer>> counting =
          expressions.stream().map(each -> threads.submit(() -> count(client, each))).toList();
      return counting.stream().map(MetricsInquiryActivities::awaited).toList();
    });
  }

  private static int count(PrometheusClient client, String expression) {
    return client.now("count(" + expression + ")").stream()
        .flatMap(series -> series.samples().stream())
        .mapToInt(sample -> (int) sample.value())
        .sum();
  }

  private static int awaited(Future<Integer> count) {
    try {
      return Threads.result(count);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MetricsException(FailureCode.METRICS_UNREACHABLE, "was not waited for");
    }
  }

  private static Optional<Double> boundary(RawSeries series) {
    String text = series.labels().getOrDefault("le", "+Inf");
    return text.equals("+Inf") ? Optional.empty() : Optional.of(Double.valueOf(text));
  }

  private static <T> T failing(Supplier<T> question) {
    try {
      return question.get();
    } catch (MetricsException e) {
      throw ActivityFailures.of(e.code(), e.sentence());
    }
  }
}
