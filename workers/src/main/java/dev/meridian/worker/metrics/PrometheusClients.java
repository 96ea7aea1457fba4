package dev.meridian.worker.metrics;

import dev.meridian.failure.FailureCode;
import dev.meridian.worker.Clock;
import dev.meridian.worker.WorkerSettings;
import dev.meridian.worker.WorkerSettings.MetricsAddress;
import dev.meridian.worker.metrics.PrometheusClient.Patience;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Metrics endpoints by the names that documents use. */
public final class PrometheusClients {
  private final WorkerSettings settings;
  private final HttpClient http;
  private final UnaryOperator<Patience> temper;
  private final Optional<ClockMeter> clocks;

  public PrometheusClients(WorkerSettings settings) {
    this(
        settings,
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build(),
        patience -> patience,
        Optional.of(new ClockMeter(new Clock(settings.pace()))));
  }

  private PrometheusClients(
      WorkerSettings settings,
      HttpClient http,
      UnaryOperator<Patience> temper,
      Optional<ClockMeter> clocks) {
    this.settings = settings;
    this.http = http;
    this.temper = temper;
    this.clocks = clocks;
  }

  /**
   * The same for a person who waits: polls, too, are tried as questions are. They are about the
   * past, of which a clock says nothing by what it shows now.
   */
  PrometheusClients forQuestions() {
    return new PrometheusClients(settings, http, _ -> Patience.QUESTION, Optional.empty());
  }

  /**
   * For samples of the present, which must be as old as they say.
   *
   * @throws MetricsException as {@link #named}, and METRICS_UNREACHABLE when its clock is too far
   *     from ours
   */
  PrometheusClient inTime(String name, Patience patience) {
    PrometheusClient client = named(name, patience);
    clocks.ifPresent(meter -> meter.check(name, client));
    return client;
  }

  /**
   * @throws MetricsException METRICS_REFUSED when the worker's settings do not have the name
   */
  public PrometheusClient named(String name, Patience patience) {
    MetricsAddress address = settings.metrics().get(name);
    if (address == null) {
      throw new MetricsException(
          FailureCode.METRICS_REFUSED,
          "no metrics endpoint is called \""
              + name
              + "\" in this worker's settings: it has "
              + settings.metrics().keySet());
    }
    MetricsAddress reached =
        new MetricsAddress(
            settings.hostAliases().resolve(address.url()), address.bearerToken(), address.tenant());
    return new PrometheusClient(http, reached, temper.apply(patience));
  }
}
