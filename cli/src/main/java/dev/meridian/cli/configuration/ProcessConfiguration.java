package dev.meridian.cli.configuration;

import dev.meridian.api.ApiSettings;
import dev.meridian.ledger.postgres.LedgerDatabase;
import dev.meridian.pace.Pace;
import dev.meridian.worker.HostAliases;
import dev.meridian.worker.Slots;
import dev.meridian.worker.WorkerSettings;
import dev.meridian.worker.WorkerSettings.MetricsAddress;
import dev.meridian.workflow.engine.EngineAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Production roles, as document and table {@code docs/configuration.md} describe every key. */
public final class ProcessConfiguration {
  private static final int API_PORT = 8080;

  private ProcessConfiguration() {}

  /** A worker's whole configuration. */
  public record Worker(
      LedgerDatabase database, EngineAddress engine, WorkerSettings settings, Slots slots) {}

  /**
   * @throws IllegalArgumentException with every problem at once
   */
  public static Worker worker(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    Optional<LedgerDatabase> database = database(environment);
    Optional<EngineAddress> engine = engine(environment);
    Optional<Path> kubeconfig =
        environment.required(
            "MERIDIAN_KUBECONFIG",
            "the file with a context for each cluster that the catalogue names",
            ProcessConfiguration::readable);
    SortedMap<String, MetricsAddress> metrics = metrics(environment);
    Optional<URI> route53 =
        environment.optional("MERIDIAN_ROUTE53_ENDPOINT", ProcessConfiguration::http);
    Optional<URI> pager = environment.optional("MERIDIAN_PAGER_URL", ProcessConfiguration::http);
    Optional<HostAliases> aliases =
        environment.optional("MERIDIAN_HOST_ALIASES", HostAliases::parse);
    Optional<Pace> pace = environment.optional("MERIDIAN_PACE", PaceText::parse);
    Optional<Duration> sticky =
        environment.optional("MERIDIAN_WORKER_STICKY", ProcessConfiguration::duration);
    SortedMap<String, String> secrets = secrets(environment);
    return environment.build(() ->
        new Worker(
            database.orElseThrow(),
            engine.orElseThrow(),
            new WorkerSettings(
                kubeconfig.orElseThrow(),
                metrics,
                route53,
                secrets,
                pager,
                aliases.orElse(HostAliases.NONE),
                pace.orElse(Pace.REAL)),
            sticky.map(Slots.USUAL::withSticky).orElse(Slots.USUAL)));
  }

  /**
   * @throws IllegalArgumentException with every problem at once
   */
  public static ApiSettings api(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    Optional<LedgerDatabase> database = database(environment);
    Optional<EngineAddress> engine = engine(environment);
    Optional<Integer> port = environment.optional("MERIDIAN_API_PORT", ProcessConfiguration::port);
    Optional<Pace> pace = environment.optional("MERIDIAN_PACE", PaceText::parse);
    Optional<String> token = environment.secret("MERIDIAN_ADMIN_TOKEN");
    if (token.map(String::length).orElse(0) < 16) {
      environment.problem(
          "MERIDIAN_ADMIN_TOKEN is missing or too short: set it, or MERIDIAN_ADMIN_TOKEN_FILE, to 16"
              + " characters or more, for example from: openssl rand -hex 24");
    }
    return environment.build(() ->
        new ApiSettings(
            port.orElse(API_PORT),
            token.orElseThrow(),
            database.orElseThrow(),
            engine.orElseThrow(),
            pace.orElse(Pace.REAL)));
  }

  private static Optional<LedgerDatabase> database(Environment environment) {
    return environment.required(
        "MERIDIAN_DATABASE_URL",
        "postgresql://user:password@host:5432/meridian (only ./meridian sandbox brings its own)",
        LedgerDatabase::parse);
  }

  private static Optional<EngineAddress> engine(Environment environment) {
    Optional<String> target =
        environment.required(
            "MERIDIAN_TEMPORAL_ADDRESS",
            "host:port of the Temporal frontend (only ./meridian sandbox brings its own)",
            ProcessConfiguration::hostAndPort);
    Optional<String> namespace =
        environment.optional("MERIDIAN_TEMPORAL_NAMESPACE", Function.identity());
    Optional<Boolean> tls =
        environment.optional("MERIDIAN_TEMPORAL_TLS", ProcessConfiguration::flag);
    Optional<String> apiKey = environment.secret("MERIDIAN_TEMPORAL_API_KEY");
    if (apiKey.isPresent() && !tls.orElse(true)) {
      environment.problem(
          "MERIDIAN_TEMPORAL_API_KEY needs TLS: remove MERIDIAN_TEMPORAL_TLS=false");
    }
    return target.map(address ->
        new EngineAddress(
            address, namespace.orElse("default"), tls.orElse(apiKey.isPresent()), apiKey));
  }

  private static SortedMap<String, MetricsAddress> metrics(Environment environment) {
    TreeMap<String, MetricsAddress> metrics = new TreeMap<>();
    List<String> names = environment.names("MERIDIAN_METRICS_", "_URL");
    for (String name : names) {
      String prefix = "MERIDIAN_METRICS_" + name;
      Optional<URI> url = environment.optional(prefix + "_URL", ProcessConfiguration::http);
      Optional<String> bearer = environment.secret(prefix + "_BEARER");
      Optional<String> tenant = environment.optional(prefix + "_TENANT", Function.identity());
      url.ifPresent(
          address -> metrics.put(document(name), new MetricsAddress(address, bearer, tenant)));
    }
    if (names.isEmpty()) {
      environment.problem(
          "MERIDIAN_METRICS_<NAME>_URL is missing: set one for each metrics endpoint that the"
              + " catalogue names, for example MERIDIAN_METRICS_GLOBAL_URL=https://prometheus:9090");
    }
    return metrics;
  }

  private static SortedMap<String, String> secrets(Environment environment) {
    TreeMap<String, String> secrets = new TreeMap<>();
    for (String name : environment.names("MERIDIAN_SECRET_", "")) {
      String plain = name.endsWith("_FILE") ? name.substring(0, name.length() - 5) : name;
      environment
          .secret("MERIDIAN_SECRET_" + plain)
          .ifPresent(secret -> secrets.put(document(plain), secret));
    }
    return secrets;
  }

  /** As documents spell a name. */
  private static String document(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Path readable(String text) {
    Path path = Path.of(text);
    if (!Files.isReadable(path)) {
      throw new IllegalArgumentException(path + " cannot be read");
    }
    return path;
  }

  private static URI http(String text) {
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below, as of any other that cannot be used.
    }
    throw new IllegalArgumentException("should be an http or https URL: was " + text);
  }

  private static String hostAndPort(String text) {
    if (!text.matches("[^:/\\s]+:\\d{1,5}")) {
      throw new IllegalArgumentException("should be host:port: was " + text);
    }
    return text;
  }

  private static int port(String text) {
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("should be 1 to 65535: was " + text);
    }
    return port;
  }

  private static Duration duration(String text) {
    try {
      Duration duration = Duration.parse(text);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Said below, with an example.
    }
    throw new IllegalArgumentException(
        "should be an ISO-8601 duration as in PT1S, not negative: was " + text);
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("should be true or false: was " + text);
    };
  }
}
