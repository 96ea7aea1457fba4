package dev.meridian.ledger.contract;

import static dev.meridian.ledger.contract.Samples.FRANKFURT;
import static dev.meridian.ledger.contract.Samples.NOON;
import static dev.meridian.ledger.contract.Samples.TOKYO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.gate.change.OutsideChange;
import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.Subject;
import dev.meridian.ledger.knowledge.Changes;
import dev.meridian.ledger.knowledge.Changes.NewChange;
import dev.meridian.ledger.knowledge.Noted;
import dev.meridian.ledger.knowledge.RecordedChange;
import dev.meridian.ledger.testing.Ports;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Changes} promise on every ledger. */
abstract class ChangesContract {
  abstract Ports ports();

  private Changes changes() {
    return new Changes(ports().ledger());
  }

  private static NewChange change(String source) {
    return new NewChange(
        new OutsideChange(
            OutsideChange.Kind.CAMPAIGN,
            List.of(FRANKFURT, TOKYO),
            NOON,
            Optional.of(NOON.plusSeconds(60)),
            source),
        "ada",
        NOON);
  }

  @Test
  void add_change_isReadBackAsItWasInAChainOfItsOwn() {
    Noted<RecordedChange> noted = changes().add(change("sale"), new IdempotencyKey("k", "h"));

    RecordedChange recorded = new RecordedChange(1, change("sale").change(), "ada", NOON);
    assertThat(noted).isEqualTo(new Noted.Kept<>(recorded));
    assertThat(changes().list(Optional.empty(), 10)).containsExactly(recorded);
    assertThat(ports().ledger().read(Subject.CHANGES, 0, 10)).hasSize(1);
  }

  @Test
  void add_sameKey_isNotedOnceAndRefusedWithAnotherRequest() {
    Noted<RecordedChange> first = changes().add(change("sale"), new IdempotencyKey("k", "h"));

    assertThat(changes().add(change("sale"), new IdempotencyKey("k", "h"))).isEqualTo(first);
    assertThat(changes().answered(new IdempotencyKey("k", "h"))).contains(first);
    assertThat(changes().add(change("fair"), new IdempotencyKey("k", "other")))
        .isEqualTo(new Noted.KeyReused<>("k"));
    assertThat(changes().list(Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void list_pages_goBackwards() {
    for (String source : List.of("a", "b", "c")) {
      changes().add(change(source), new IdempotencyKey(source, "h"));
    }

    assertThat(changes().list(Optional.empty(), 2))
        .extracting(RecordedChange::seq)
        .containsExactly(3L, 2L);
    assertThat(changes().list(Optional.of(2L), 2))
        .extracting(RecordedChange::seq)
        .containsExactly(1L);
  }
}
