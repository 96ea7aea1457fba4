package dev.meridian.ledger.contract;

import static dev.meridian.ledger.contract.Samples.CHAIN;
import static dev.meridian.ledger.contract.Samples.NOON;
import static dev.meridian.ledger.contract.Samples.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.ledger.Ledger;
import dev.meridian.ledger.Ledger.ChainReport;
import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.SupersededException;
import dev.meridian.ledger.chain.Chain;
import dev.meridian.ledger.testing.Ports;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link Ledger} promises. */
abstract class LedgerContract {
  abstract Ports ports();

  private Ledger ledger() {
    return ports().ledger();
  }

  @Test
  void append_firstOfSubject_isNumberOneAndFollowsNothing() {
    LedgerEntry entry = ledger().append(append(CHAIN, 2, "a"));

    assertThat(entry.seq()).isEqualTo(1);
    assertThat(entry.prevHash()).isEqualTo(Chain.GENESIS);
    assertThat(entry.hash()).isEqualTo(Chain.hash(entry));
    assertThat(ledger().read(CHAIN, 0, 10)).containsExactly(entry);
  }

  @Test
  void newest_ofOneType_pagesBackwardsPastTheOthers() {
    for (String key : List.of("a", "b", "c")) {
      ledger().append(append(CHAIN, 0, key));
      ledger().append(typed("other", key));
    }
    Ledger.Kind tested = new Ledger.Kind(CHAIN, "tested");

    assertThat(ledger().newest(tested, Long.MAX_VALUE, 2))
        .extracting(LedgerEntry::seq)
        .containsExactly(5L, 3L);
    assertThat(ledger().newest(tested, 3, 2)).extracting(LedgerEntry::seq).containsExactly(1L);
    assertThat(ledger().newest(new Ledger.Kind(CHAIN, "unheard"), Long.MAX_VALUE, 2)).isEmpty();
  }

  private static LedgerAppend typed(String type, String key) {
    return new LedgerAppend(
        CHAIN, 0, type, 1, NOON, "ada", Optional.empty(), type + "/" + key, Map.of());
  }

  @Test
  void append_everyField_isReadBackAsWritten() {
    Map<String, Object> payload = new HashMap<>();
    payload.put("z", List.of(1, 2.5, true));
    payload.put("a", "é \u0000 \ud83d\ude00");
    payload.put("none", null);
    LedgerEntry written =
        ledger()
            .append(
                new LedgerAppend(
                    CHAIN,
                    4,
                    "moved",
                    2,
                    NOON.plusNanos(789),
                    "ada",
                    Optional.of("why"),
                    "k",
                    payload));

    LedgerEntry read = ledger().find("k").orElseThrow();
    assertThat(read).isEqualTo(written);
    assertThat(read.at()).isEqualTo(NOON);
    assertThat(read.cause()).contains("why");
    assertThat(read.payload())
        .isEqualTo("{\"a\":\"é \uFFFD \ud83d\ude00\",\"none\":null,\"z\":[1,2.5,true]}");
  }

  @Test
  void append_sameKeyAgain_returnsTheFirstAndWritesNothing() {
    LedgerEntry first = ledger().append(append(CHAIN, 1, "a"));
    ledger().append(append(CHAIN, 1, "b"));

    LedgerEntry again = ledger().append(append(CHAIN, 1, "a"));

    assertThat(again).isEqualTo(first);
    assertThat(ledger().read(CHAIN, 0, 10)).hasSize(2);
  }

  @Test
  void append_keyOfAnotherSubject_isRefused() {
    ledger().append(append(CHAIN, 1, "a"));

    assertThatThrownBy(() -> ledger().append(append(new Subject("evacuation", "two"), 1, "a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("key a belongs to evacuation/one");
    assertThat(ledger().read(new Subject("evacuation", "two"), 0, 10)).isEmpty();
  }

  @Test
  void append_lowerEpoch_isSuperseded() {
    ledger().append(append(CHAIN, 2, "a"));

    assertThatThrownBy(() -> ledger().append(append(CHAIN, 1, "b")))
        .isInstanceOf(SupersededException.class)
        .hasMessage("evacuation/one is in epoch 2: epoch 1 may not write any more");
    assertThat(ledger().find("b")).isEmpty();
  }

  @Test
  void append_lowerEpochWithKnownKey_isSupersededToo() {
    ledger().append(append(CHAIN, 1, "a"));
    ledger().append(append(CHAIN, 2, "b"));

    assertThatThrownBy(() -> ledger().append(append(CHAIN, 1, "a")))
        .isInstanceOf(SupersededException.class);
  }

  @Test
  void append_higherEpochWithKnownKey_fencesTheLower() {
    ledger().append(append(CHAIN, 1, "a"));
    ledger().append(append(CHAIN, 2, "a"));

    assertThatThrownBy(() -> ledger().append(append(CHAIN, 1, "b")))
        .isInstanceOf(SupersededException.class);
  }

  @Test
  void append_withoutEpoch_isAllowedAtAnyTime() {
    ledger().append(append(CHAIN, 9, "a"));

    assertThat(ledger().append(append(CHAIN, 0, "b")).seq()).isEqualTo(2);
    assertThat(ledger().append(append(CHAIN, 9, "c")).seq()).isEqualTo(3);
  }

  @Test
  void read_afterAndLimit_pagesInOrder() {
    List.of("a", "b", "c", "d").forEach(key -> ledger().append(append(CHAIN, 1, key)));

    assertThat(ledger().read(CHAIN, 1, 2)).extracting(LedgerEntry::key).containsExactly("b", "c");
    assertThat(ledger().read(CHAIN, 4, 2)).isEmpty();
    assertThat(ledger().read(new Subject("release", "none"), 0, 2)).isEmpty();
  }

  @Test
  void await_somethingThere_returnsAtOnce() {
    ledger().append(append(CHAIN, 1, "a"));

    assertThat(ledger().await(CHAIN, 0, 10, Duration.ofDays(1))).hasSize(1);
  }

  @Test
  void await_nothingComes_returnsEmptyAtTheLimit() {
    assertThat(ledger().await(CHAIN, 0, 10, Duration.ofMillis(50))).isEmpty();
  }

  @Test
  void await_entryComes_wakesTheWaiter() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    CompletableFuture<List<LedgerEntry>> waiter =
        CompletableFuture.supplyAsync(() -> {
          waiting.countDown();
          return ledger().await(CHAIN, 0, 10, Duration.ofSeconds(60));
        });
    waiting.await();
    ledger().append(append(CHAIN, 1, "a"));

    assertThat(waiter.get(60, TimeUnit.SECONDS)).extracting(LedgerEntry::key).containsExactly("a");
  }

  @Test
  void verify_untouchedChain_isIntact() {
    ledger().append(append(CHAIN, 1, "a"));
    LedgerEntry head = ledger().append(append(CHAIN, 1, "b"));

    assertThat(ledger().verify(CHAIN)).isEqualTo(new ChainReport.Intact(2, head.hash()));
    assertThat(ledger().verify(new Subject("release", "none")))
        .isEqualTo(new ChainReport.Intact(0, Chain.GENESIS));
  }

  @Test
  void subjects_afterAppends_areSorted() {
    ledger().append(append(new Subject("release", "b"), 1, "1"));
    ledger().append(append(new Subject("release", "a"), 1, "2"));
    ledger().append(append(CHAIN, 1, "3"));

    assertThat(ledger().subjects())
        .containsExactly(CHAIN, new Subject("release", "a"), new Subject("release", "b"));
  }

  @Test
  void chainHeads_movedHeads_areNotedOncePerMinute() {
    LedgerEntry head = ledger().append(append(CHAIN, 1, "a"));

    LedgerEntry noted = ledger().chainHeads(NOON).orElseThrow();
    assertThat(noted.subject()).isEqualTo(Subject.INSTALLATION);
    assertThat(noted.payload()).contains(head.hash()).contains("\"seq\":1");

    ledger().append(append(CHAIN, 1, "b"));
    assertThat(ledger().chainHeads(NOON.plusSeconds(20))).isEmpty();
    assertThat(ledger().chainHeads(NOON.plusSeconds(60))).isPresent();
    assertThat(ledger().chainHeads(NOON.plusSeconds(120))).isEmpty();
    assertThat(ledger().verify(CHAIN)).isInstanceOf(ChainReport.Intact.class);
    assertThat(ledger().verify(Subject.INSTALLATION)).isInstanceOf(ChainReport.Intact.class);
  }

  @Test
  void newestAt_noEntries_isEmpty() {
    assertThat(ledger().newestAt()).isEmpty();
  }

  @Test
  void newestAt_entriesOutOfOrder_isTheLatest() {
    ledger().append(append(CHAIN, 1, "a"));
    ledger()
        .append(
            new LedgerAppend(
                CHAIN,
                1,
                "tested",
                1,
                NOON.minusSeconds(5),
                "ada",
                Optional.empty(),
                "b",
                Map.of()));

    assertThat(ledger().newestAt()).contains(NOON);
  }
}
