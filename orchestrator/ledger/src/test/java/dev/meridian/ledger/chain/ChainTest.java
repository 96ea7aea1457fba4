package dev.meridian.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.ledger.Ledger.ChainReport;
import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sealing and checking, without a database. */
class ChainTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");
  private static final SortedMap<Long, String> NO_WITNESS = new TreeMap<>();

  private static LedgerAppend append(int number) {
    return new LedgerAppend(
        new Subject("release", "r"),
        1,
        "tested",
        1,
        NOON,
        "ada",
        Optional.of("why"),
        "key-" + number,
        Map.of("é", number));
  }

  private static List<LedgerEntry> chain(int length) {
    List<LedgerEntry> chain = new ArrayList<>();
    String head = Chain.GENESIS;
    for (int number = 1; number <= length; number++) {
      LedgerEntry entry = Chain.seal(append(number), number, head);
      chain.add(entry);
      head = entry.hash();
    }
    return chain;
  }

  private static ChainReport check(List<LedgerEntry> chain, SortedMap<Long, String> witnesses) {
    ChainCheck check = new ChainCheck(witnesses);
    return check.next(chain).<ChainReport>map(broken -> broken).orElseGet(check::end);
  }

  private static LedgerEntry with(LedgerEntry entry, String actor, String payload) {
    return new LedgerEntry(
        entry.subject(),
        entry.seq(),
        entry.epoch(),
        entry.type(),
        entry.typeVersion(),
        entry.at(),
        actor,
        entry.cause(),
        entry.key(),
        payload,
        entry.prevHash(),
        entry.hash());
  }

  /**
   * The value was computed from the documented form by another program; it is what old chains were
   * sealed with, so it never changes.
   */
  @Test
  void hash_ofAKnownEntry_isWhatAnybodyComputes() {
    assertThat(chain(1).getFirst().hash())
        .isEqualTo("d56ee42b11cff3b47d48d4c2c2aaa9710c6ab9063a9b523d5ba74bc94a7e48b9");
  }

  @Test
  void check_untouched_isIntact() {
    List<LedgerEntry> chain = chain(5);

    assertThat(check(chain, NO_WITNESS))
        .isEqualTo(new ChainReport.Intact(5, chain.getLast().hash()));
    assertThat(check(List.of(), NO_WITNESS)).isEqualTo(new ChainReport.Intact(0, Chain.GENESIS));
  }

  @Test
  void check_changedEntry_isBrokenThere() {
    List<LedgerEntry> chain = chain(5);
    chain.set(2, with(chain.get(2), "mallory", chain.get(2).payload()));
    assertThat(check(chain, NO_WITNESS))
        .isEqualTo(
            new ChainReport.Broken(3, "entry 3 was changed: its hash is not that of its content"));

    chain.set(2, with(chain(5).get(2), "ada", "{\"é\": 3}"));
    assertThat(check(chain, NO_WITNESS)).isInstanceOf(ChainReport.Broken.class);
  }

  @Test
  void check_resealedEntry_breaksTheNext() {
    List<LedgerEntry> chain = chain(5);
    chain.set(2, Chain.seal(append(99), 3, chain.get(1).hash()));

    assertThat(check(chain, NO_WITNESS))
        .isEqualTo(new ChainReport.Broken(4, "entry 4 does not follow the one before it"));
  }

  @Test
  void check_missingEntry_isBrokenThere() {
    List<LedgerEntry> chain = chain(5);
    chain.remove(1);

    assertThat(check(chain, NO_WITNESS))
        .isEqualTo(new ChainReport.Broken(2, "entry 2 is missing: 3 comes next"));
  }

  @Test
  void check_endCutOff_isFoundByAWitness() {
    List<LedgerEntry> chain = chain(5);
    TreeMap<Long, String> witnesses = new TreeMap<>(Map.of(5L, chain.getLast().hash()));
    chain.removeLast();

    assertThat(check(chain, NO_WITNESS)).isInstanceOf(ChainReport.Intact.class);
    assertThat(check(chain, witnesses))
        .isEqualTo(
            new ChainReport.Broken(5, "entries up to 5 were there once and are missing now"));
  }

  @Test
  void check_wholeChainRewritten_isFoundByAWitness() {
    TreeMap<Long, String> witnesses = new TreeMap<>(Map.of(2L, chain(2).getLast().hash()));
    LedgerEntry first = Chain.seal(append(77), 1, Chain.GENESIS);
    List<LedgerEntry> rewritten = List.of(first, Chain.seal(append(2), 2, first.hash()));

    assertThat(check(rewritten, NO_WITNESS)).isInstanceOf(ChainReport.Intact.class);
    assertThat(check(rewritten, witnesses))
        .isEqualTo(new ChainReport.Broken(2, "entry 2 is not the one that was witnessed"));
  }
}
