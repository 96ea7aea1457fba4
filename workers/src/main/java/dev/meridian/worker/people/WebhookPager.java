package dev.meridian.worker.people;

import dev.meridian.activity.PeopleActivities;
import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.LedgerUnreachableException;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.SupersededException;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.Clock;
import dev.meridian.worker.WorkerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Posts each page as JSON {@code {"dedupKey", "release", "summary"}}; the receiver drops a key that
 * it has seen. One try of five seconds: who cannot be paged is told so in the history.
 */
public final class WebhookPager implements PeopleActivities {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final ReleaseLedger ledger;
  private final Clock clock;
  private final Optional<URI> pager;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  public WebhookPager(ReleaseLedger ledger, WorkerSettings settings) {
    this.ledger = ledger;
    this.clock = new Clock(settings.pace());
    this.pager = settings.pager().map(settings.hostAliases()::resolve);
  }

  @Override
  public ReleaseEvent.Paged page(ReleaseId release, int epoch, String key, String sentence) {
    String entryKey = key + "/paged";
    try {
      return ledger
          .find(entryKey)
          .map(entry -> (ReleaseEvent.Paged) entry.event())
          .orElseGet(() -> record(release, epoch, entryKey, send(release, key, sentence)));
    } catch (SupersededException e) {
      throw ActivityFailures.of(e);
    } catch (LedgerUnreachableException e) {
      throw ActivityFailures.of(FailureCode.LEDGER_UNREACHABLE, String.valueOf(e.getMessage()));
    }
  }

  private ReleaseEvent.Paged record(
      ReleaseId release, int epoch, String key, ReleaseEvent.Paged paged) {
    return ledger
        .record(release, epoch, ReleaseEvent.MERIDIAN, new Keyed<>(key, clock.now(), paged))
        .event();
  }

  private ReleaseEvent.Paged send(ReleaseId release, String key, String sentence) {
    return new ReleaseEvent.Paged(
        pager
            .map(address -> sentence + sent(address, release, key, sentence))
            .orElse(sentence + " (no pager is configured)"));
  }

  /** Nothing when it went out, else why not. */
  private String sent(URI address, ReleaseId release, String key, String sentence) {
    Map<String, String> page = new LinkedHashMap<>();
    page.put("dedupKey", key);
    page.put("release", release.toString());
    page.put("summary", sentence);
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(LIMIT)
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      MeridianJson.mapper().writeValueAsString(page)))
              .build();
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status / 100 == 2 ? "" : " (the pager answered " + status + ")";
    } catch (IOException e) {
      return " (the pager does not answer)";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return " (stopped while paging)";
    }
  }
}
