package dev.meridian.worker.check;

import dev.meridian.check.LoadReport;
import dev.meridian.worker.Pulse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * An open model: request i leaves at start + i / rate on a virtual thread of its own, whether or
 * not earlier ones were answered. For example, at 200 a second a server that stalls for one second
 * gets 200 requests meanwhile, and each of them counts the wait.
 */
final class LoadGenerator {
  /** A request that leaves later than this after its intended start was held up by ourselves. */
  private static final Duration TOLERANCE = Duration.ofMillis(250);

  /** Own safety: more open requests than this are not sent and count as an error class. */
  private static final int IN_FLIGHT = 2_000;

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final long HIGHEST_MICROS = Duration.ofMinutes(1).toNanos() / 1_000;

  private final URI target;
  private final double rate;
  private final Duration length;
  private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
  private final ConcurrentHistogram micros = new ConcurrentHistogram(HIGHEST_MICROS, 3);
  private final ConcurrentHashMap<String, LongAdder> errors = new ConcurrentHashMap<>();
  private final LongAdder answered = new LongAdder();
  private long late;

  /**
   * @param rate requests per second
   */
  LoadGenerator(URI target, double rate, Duration length) {
    this.target = target;
    this.rate = rate;
    this.length = length;
    micros.setAutoResize(false);
  }

  LoadReport run(Pulse pulse) {
    long planned = Math.max(1, Math.round(rate * length.toNanos() / 1e9));
    try (HttpClient client = client();
        ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      for (long i = 0; i < planned; i++) {
        long intended = start + Math.round(i * 1e9 / rate);
        waitUntil(intended, pulse);
        if (System.nanoTime() - intended > TOLERANCE.toNanos()) {
          late++;
        }
        if (inFlight.tryAcquire()) {
          requests.execute(() -> request(client, intended));
        } else {
          count(LoadReport.IN_FLIGHT_CAP);
        }
      }
    }
    return report(planned);
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(ANSWER_WITHIN)
        .build();
  }

  private static void waitUntil(long intended, Pulse pulse) {
    long left;
    while ((left = intended - System.nanoTime()) > 0) {
      LockSupport.parkNanos(Math.min(left, TOLERANCE.toNanos()));
      pulse.check();
    }
  }

  private void request(HttpClient client, long intended) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(target)
              .timeout(ANSWER_WITHIN)
              .header("X-Meridian-Check", "load")
              .GET()
              .build();
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      micros.recordValue(Math.clamp((System.nanoTime() - intended) / 1_000, 1, HIGHEST_MICROS));
      answered.increment();
      if (status >= 400) {
        count("status " + status);
      }
    } catch (IOException e) {
      count("no answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      count("no answer");
    } finally {
      inFlight.release();
    }
  }

  private void count(String error) {
    errors.computeIfAbsent(error, key -> new LongAdder()).increment();
  }

  private LoadReport report(long planned) {
    SortedMap<String, Long> counted = new TreeMap<>();
    errors.forEach((name, count) -> counted.put(name, count.sum()));
    LoadReport.Latency latency =
        new LoadReport.Latency(
            micros(micros.getMean()), percentile(50), percentile(90), percentile(99));
    return new LoadReport(planned, answered.sum(), late, counted, length, latency);
  }

  private Duration percentile(double percentile) {
    return micros((double) micros.getValueAtPercentile(percentile));
  }

  private static Duration micros(double value) {
    return Duration.ofNanos(Math.round(value * 1_000));
  }
}
