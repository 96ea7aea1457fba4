package dev.meridian.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the database is. */
class LedgerDatabaseTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ada:s3cret@db.example:5433/meridian?sslmode=require",
        "postgres://ada:s3cret@db.example:5433/meridian?sslmode=require",
        "jdbc:postgresql://db.example:5433/meridian?user=ada&password=s3cret&sslmode=require"
      })
  void parse_anyForm_isTheSameDatabase(String text) {
    LedgerDatabase database = LedgerDatabase.parse(text);

    assertThat(database)
        .isEqualTo(
            new LedgerDatabase(
                "jdbc:postgresql://db.example:5433/meridian?sslmode=require", "ada", "s3cret", 10));
    assertThat(database.toString()).doesNotContain("s3cret");
  }

  @Test
  void parse_encodedPassword_isDecoded() {
    assertThat(LedgerDatabase.parse("postgresql://ada:p%40ss%3A@db/meridian").password())
        .isEqualTo("p@ss:");
    assertThat(
            LedgerDatabase.parse("jdbc:postgresql://db/meridian?user=ada&password=p%40ss%3A")
                .password())
        .isEqualTo("p@ss:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://ada:s3cret@db/meridian",
        "postgresql://ada:s3cret@db",
        "postgresql://db/meridian?password=s3cret",
        "not a url s3cret",
        ""
      })
  void parse_anythingElse_isRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> LedgerDatabase.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("postgresql://user:password@host:5432/database")
        .message()
        .doesNotContain("s3cret");
  }

  @Test
  void withConnections_tooFew_isRefused() {
    LedgerDatabase database = LedgerDatabase.parse("postgresql://ada@db/meridian");

    assertThat(database.withConnections(3).connections()).isEqualTo(3);
    assertThatThrownBy(() -> database.withConnections(1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void properties_parametersOfTheUrl_winOverOurs() {
    LedgerDatabase database =
        LedgerDatabase.parse("postgresql://ada:s3cret@db/meridian?socketTimeout=2");

    assertThat(String.valueOf(database.properties().get("datasources.default.url")))
        .contains("socketTimeout=2")
        .doesNotContain("socketTimeout=12")
        .contains("connectTimeout=3")
        .contains("statement_timeout")
        .doesNotContain("s3cret");
    assertThat(database.properties()).containsEntry("datasources.default.password", "s3cret");
  }
}
