package dev.meridian.ledger.contract;

import static dev.meridian.ledger.contract.Samples.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.ledger.Documents;
import dev.meridian.ledger.Documents.Document;
import dev.meridian.ledger.Documents.Stored;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.testing.Ports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Documents} promises. */
abstract class DocumentsContract {
  private static final Optional<Integer> WHATEVER = Optional.empty();

  abstract Ports ports();

  private Documents documents() {
    return ports().documents();
  }

  private Stored store(int replicas, Optional<Integer> expected) {
    return documents()
        .store(document("checkout", Map.of("b", replicas, "a", List.of("x", 1.5))), expected);
  }

  @Test
  void store_firstTime_isVersionOneAndInTheChain() {
    Document kept = ((Stored.Kept) store(3, Optional.of(0))).document();

    assertThat(kept.version()).isEqualTo(1);
    assertThat(kept.tree()).isEqualTo(Map.of("b", 3, "a", List.of("x", 1.5)));
    assertThat(documents().current("service", "checkout")).contains(kept);
    assertThat(ports().ledger().read(Subject.document("service", "checkout"), 0, 10))
        .singleElement()
        .satisfies(entry -> assertThat(entry.payload()).contains(kept.hash()));
  }

  @Test
  void store_equalContent_isKeptUnchangedWhateverWasExpected() {
    store(3, WHATEVER);

    assertThat(store(3, Optional.of(0)))
        .isInstanceOfSatisfying(
            Stored.Kept.class,
            kept -> {
              assertThat(kept.changed()).isFalse();
              assertThat(kept.document().version()).isEqualTo(1);
            });
  }

  @Test
  void store_staleExpectation_isConflictAndChangesNothing() {
    store(3, WHATEVER);
    store(4, Optional.of(1));

    assertThat(store(5, Optional.of(1))).isEqualTo(new Stored.Conflict(2));
    assertThat(store(5, Optional.of(0))).isEqualTo(new Stored.Conflict(2));
    assertThat(documents().current("service", "checkout").orElseThrow().tree())
        .containsEntry("b", 4);
    assertThat(ports().ledger().read(Subject.document("service", "checkout"), 0, 10))
        .extracting(LedgerEntry::seq)
        .containsExactly(1L, 2L);
  }

  @Test
  void store_numberBeyondADouble_isRefused() {
    assertThatThrownBy(() ->
            documents().store(document("checkout", Map.of("n", 9_007_199_254_740_993L)), WHATEVER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9007199254740993");
    assertThat(documents().current("service", "checkout")).isEmpty();
  }

  @Test
  void versions_afterSeveral_areAllThere() {
    store(1, WHATEVER);
    store(2, WHATEVER);
    store(3, WHATEVER);

    assertThat(documents().version("service", "checkout", 2).orElseThrow().tree())
        .containsEntry("b", 2);
    assertThat(documents().version("service", "checkout", 4)).isEmpty();
    assertThat(documents().history("service", "checkout", 2))
        .extracting(Document::version)
        .containsExactly(3, 2);
  }

  @Test
  void names_ofAKind_areSorted() {
    documents().store(document("search", Map.of("a", 1)), WHATEVER);
    documents().store(document("checkout", Map.of("a", 1)), WHATEVER);

    assertThat(documents().names("service")).containsExactly("checkout", "search");
    assertThat(documents().names("catalog")).isEmpty();
  }
}
