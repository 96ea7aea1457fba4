package dev.meridian.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.ledger.Ledger;
import dev.meridian.ledger.Ledger.ChainReport;
import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.chain.Chain;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.ledger.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody with the owner's password changes the record. */
class TamperingTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Subject CHAIN = new Subject("evacuation", "one");
  private static final String UNLOCKED = "set session_replication_role = replica; ";

  private final TestDatabase database = TestDatabase.create();
  private final ApplicationContext context = database.context();
  private final Ledger ledger = Ports.of(context).ledger();

  @BeforeEach
  void write() {
    for (int number = 1; number <= 5; number++) {
      ledger.append(append(number));
    }
  }

  @AfterEach
  void close() {
    context.close();
    database.close();
  }

  private static LedgerAppend append(int number) {
    return new LedgerAppend(
        CHAIN, 1, "tested", 1, NOON, "ada", Optional.empty(), "k" + number, Map.of("n", number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_entry set actor = 'mallory' where seq = 3",
        "delete from ledger_entry where seq = 3",
        "truncate ledger_entry"
      })
  void statement_thatRewritesHistory_isRefusedByTheDatabase(String sql) {
    assertThatThrownBy(() -> database.run(sql))
        .hasMessageContaining("ledger entries are never changed or removed");
    assertThat(ledger.verify(CHAIN)).isInstanceOf(ChainReport.Intact.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "actor = 'mallory'",
        "payload = '{\"n\": 3}'",
        "at = at + interval '1 microsecond'",
        "epoch = 2",
        "type = 'other'",
        "type_version = 2",
        "cause = 'k1'",
        "key = 'other'",
        "hash = prev_hash"
      })
  void verify_changedColumn_isFoundAtItsNumber(String change) {
    database.run(UNLOCKED + "update ledger_entry set " + change + " where seq = 3");

    assertThat(ledger.verify(CHAIN))
        .isInstanceOfSatisfying(
            ChainReport.Broken.class, broken -> assertThat(broken.seq()).isEqualTo(3));
  }

  @Test
  void verify_removedEntry_isFound() {
    database.run(UNLOCKED + "delete from ledger_entry where seq = 3");

    assertThat(ledger.verify(CHAIN))
        .isEqualTo(new ChainReport.Broken(3, "entry 3 is missing: 4 comes next"));
  }

  @Test
  void verify_endCutOff_isFoundByTheHead() {
    database.run(UNLOCKED + "delete from ledger_entry where seq >= 4");

    assertThat(ledger.verify(CHAIN))
        .isEqualTo(
            new ChainReport.Broken(4, "entries up to 5 were there once and are missing now"));
  }

  @Test
  void verify_endCutOffWithItsHead_isFoundByTheInstallationsChain() {
    ledger.chainHeads(NOON);
    String third = ledger.read(CHAIN, 2, 1).getFirst().hash();
    database.run(
        UNLOCKED
            + "delete from ledger_entry where subject_id = 'one' and seq >= 4;"
            + "update ledger_head set seq = 3, hash = '"
            + third
            + "' where subject_id = 'one'");

    assertThat(ledger.verify(CHAIN)).isInstanceOf(ChainReport.Broken.class);
  }

  @Test
  void verify_lastEntryResealedWithItsHead_isFoundByTheInstallationsChain() {
    ledger.chainHeads(NOON);
    LedgerEntry forged = Chain.seal(append(66), 5, ledger.read(CHAIN, 3, 1).getFirst().hash());
    database.run(
        UNLOCKED
            + String.format(
                "update ledger_entry set key = '%s', payload = '%s', hash = '%s'"
                    + " where subject_id = 'one' and seq = 5;"
                    + " update ledger_head set hash = '%s' where subject_id = 'one'",
                forged.key(), forged.payload(), forged.hash(), forged.hash()));

    assertThat(ledger.verify(CHAIN))
        .isEqualTo(new ChainReport.Broken(5, "entry 5 is not the one that was witnessed"));
  }
}
