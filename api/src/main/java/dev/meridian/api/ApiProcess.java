package dev.meridian.api;

import dev.meridian.api.identity.AdminToken;
import dev.meridian.ledger.Installation;
import dev.meridian.ledger.postgres.LedgerDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A running api. */
public final class ApiProcess implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String LARGEST_BODY = "4MB";

  private final ApplicationContext context;
  private final EmbeddedServer server;

  private ApiProcess(ApplicationContext context, EmbeddedServer server) {
    this.context = context;
    this.server = server;
  }

  /**
   * Starts and returns when it serves.
   *
   * @throws IllegalStateException when the pace is not 1 and the database is no sandbox's
   * @throws RuntimeException when the port is taken, or the database does not answer
   */
  public static ApiProcess start(ApiSettings settings) {
    Now now = new Now(settings.pace());
    Map<String, Object> properties = new LinkedHashMap<>(settings.database().properties());
    properties.putAll(properties(settings));
    return serve(
        properties, List.of(now, settings.engine(), new AdminToken(settings.adminToken())));
  }

  /**
   * @param beans that the context does not make by itself
   */
  static ApiProcess serve(Map<String, Object> properties, List<Object> beans) {
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .bootstrapEnvironment(false)
            .properties(properties)
            .singletons(beans.toArray())
            .build();
    try {
      LedgerDatabase.start(context);
      context.getBean(Installation.class).admit(context.getBean(Now.class).pace());
      EmbeddedServer server = context.getBean(EmbeddedServer.class);
      server.start();
      return new ApiProcess(context, server);
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
  }

  /** What the context is told about everything but the database. */
  static Map<String, Object> properties(ApiSettings settings) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("meridian.role", "api");
    properties.put("meridian.heartbeat", settings.heartbeat());
    properties.put("meridian.redelivery", settings.redelivery());
    properties.put("micronaut.application.name", "meridian-api");
    properties.put("micronaut.server.host", LOOPBACK);
    properties.put("micronaut.server.port", settings.port() == 0 ? -1 : settings.port());
    properties.put("micronaut.server.max-request-size", LARGEST_BODY);
    return properties;
  }

  /** Where it serves, for example {@code http://127.0.0.1:8080}. */
  public URI address() {
    return server.getURI();
  }

  public int port() {
    return server.getPort();
  }

  /** Stops listening, lets requests finish, closes the pool. */
  @Override
  public void close() {
    context.close();
  }
}
