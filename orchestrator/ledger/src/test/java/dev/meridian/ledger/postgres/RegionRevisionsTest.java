package dev.meridian.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.ledger.Releases.Started;
import dev.meridian.ledger.contract.PartialReleases;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.ledger.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What runs where, in a database that is older than the table that says so. */
@Timeout(60)
class RegionRevisionsTest {
  private final TestDatabase database = TestDatabase.create();
  private final ApplicationContext context = database.context();
  private final PartialReleases releases = new PartialReleases(Ports.of(context));

  @AfterEach
  void close() {
    context.close();
    database.close();
  }

  @Test
  void migration_ofADatabaseWithHistories_drawsWhatTheyLeft() throws IOException {
    releases.twoStoppedHalfWay();
    Started before = releases.third();
    assertThat(before).isInstanceOf(Started.TooManyRevisions.class);

    database.run("drop table region_revision");
    try (InputStream migration =
        context.getClassLoader().getResourceAsStream("db/migration/V6__revisions_in_regions.sql")) {
      database.run(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
    }

    assertThat(releases.third()).isEqualTo(before);
  }
}
