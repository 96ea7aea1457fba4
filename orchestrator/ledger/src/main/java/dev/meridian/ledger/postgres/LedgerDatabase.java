package dev.meridian.ledger.postgres;

import dev.meridian.ledger.LedgerUnreachableException;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where the ledger's database is, and what an application context must be told to use it.
 *
 * @param url {@code jdbc:postgresql://host:port/database}, without user and password
 * @param connections size of the pool, 2 or more. One more is opened for listening, and one by the
 *     holder of the resume lock
 */
public record LedgerDatabase(String url, String user, String password, int connections) {
  /** Enough for the activities and requests of one process. */
  public static final int USUAL_CONNECTIONS = 10;

  /** How long a caller waits for a connection before it is told that the database is away. */
  static final int CONNECTION_WAIT_MILLIS = 3_000;

  /**
   * Limits of each session, so that no call hangs on a silent network or behind a stuck writer. The
   * socket's limit (seconds) is above the statement's, so that the server speaks first.
   */
  private static final Map<String, String> SESSION = session();

  /**
   * @throws IllegalArgumentException when the URL is none of PostgreSQL or the pool is too small
   */
  public LedgerDatabase {
    if (!url.startsWith("jdbc:postgresql://")) {
      throw new IllegalArgumentException(
          "database URL should be jdbc:postgresql://host:port/database");
    }
    if (connections < 2) {
      throw new IllegalArgumentException(
          "the pool should have 2 connections or more: was " + connections);
    }
  }

  /**
   * Reads {@code postgresql://user:password@host:port/database} or {@code
   * jdbc:postgresql://host:port/database?user=…&password=…}. The message of a refusal never repeats
   * the text, which may hold a password.
   *
   * @throws IllegalArgumentException when it is neither, or names no database or user
   */
  public static LedgerDatabase parse(String text) {
    URI uri = uri(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
    Map<String, String> query = query(uri);
    String[] userInfo = (uri.getUserInfo() == null ? "" : uri.getUserInfo()).split(":", 2);
    String user = decoded(query, "user", userInfo[0]);
    String password = decoded(query, "password", userInfo.length > 1 ? userInfo[1] : "");
    query.keySet().removeAll(List.of("user", "password"));
    if (uri.getHost() == null || uri.getPath().length() < 2 || user.isEmpty()) {
      throw new IllegalArgumentException(
          "database URL should name host, database and user: postgresql://user:password@host:5432/database");
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String url = "jdbc:postgresql://" + uri.getHost() + port + uri.getPath();
    return new LedgerDatabase(with(url, query), user, password, USUAL_CONNECTIONS);
  }

  /** The same database with another size of the pool. */
  public LedgerDatabase withConnections(int connections) {
    return new LedgerDatabase(url, user, password, connections);
  }

  /** What {@code ApplicationContext.builder().properties(…)} must hold for the ledger's beans. */
  public Map<String, Object> properties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("datasources.default.url", with(url, SESSION));
    properties.put("datasources.default.username", user);
    properties.put("datasources.default.password", password);
    properties.put("datasources.default.driver-class-name", "org.postgresql.Driver");
    properties.put("datasources.default.dialect", "POSTGRES");
    properties.put("datasources.default.maximum-pool-size", connections);
    properties.put("datasources.default.minimum-idle", Math.min(2, connections));
    properties.put("datasources.default.connection-timeout", CONNECTION_WAIT_MILLIS);
    properties.put("datasources.default.validation-timeout", 1_000);
    properties.put("datasources.default.pool-name", "ledger");
    properties.put("flyway.datasources.default.enabled", true);
    return Collections.unmodifiableMap(properties);
  }

  /**
   * Starts a context that was told of a database; the schema is brought up to date.
   *
   * @throws LedgerUnreachableException in one sentence, when the database does not answer or does
   *     not let us in
   */
  public static void start(ApplicationContext context) {
    try {
      context.start();
    } catch (RuntimeException e) {
      throw DatabaseAway.atStart(e);
    }
  }

  /** Without the password: this may be logged. */
  @Override
  public String toString() {
    return url + " as " + user + ", " + connections + " connections";
  }

  private static Map<String, String> session() {
    Map<String, String> session = new LinkedHashMap<>();
    session.put("ApplicationName", "meridian");
    session.put("connectTimeout", "3");
    session.put("socketTimeout", "12");
    session.put("tcpKeepAlive", "true");
    session.put(
        "options",
        "-c%20statement_timeout=10s%20-c%20lock_timeout=5s"
            + "%20-c%20idle_in_transaction_session_timeout=20s"
            + "%20-c%20tcp_keepalives_idle=10%20-c%20tcp_keepalives_interval=5"
            + "%20-c%20tcp_keepalives_count=3");
    return Collections.unmodifiableMap(session);
  }

  /** The URL with parameters added; one that is there already stays as it is. */
  private static String with(String url, Map<String, String> parameters) {
    StringBuilder text = new StringBuilder(url);
    parameters.forEach((name, value) -> {
      if (!url.toLowerCase(Locale.ROOT).matches(".*[?&]" + name.toLowerCase(Locale.ROOT) + "=.*")) {
        text.append(text.indexOf("?") < 0 ? '?' : '&').append(name).append('=').append(value);
      }
    });
    return text.toString();
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new LinkedHashMap<>();
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&")) {
        String[] parts = pair.split("=", 2);
        query.put(parts[0], parts.length > 1 ? parts[1] : "");
      }
    }
    return query;
  }

  private static String decoded(Map<String, String> query, String name, String otherwise) {
    String raw = query.get(name);
    return raw == null ? otherwise : URLDecoder.decode(raw, StandardCharsets.UTF_8);
  }

  private static URI uri(String text) {
    try {
      URI uri = new URI(text);
      if ("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme())) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below, without the text: it may hold a password.
    }
    throw new IllegalArgumentException(
        "database URL should be postgresql://user:password@host:5432/database");
  }
}
