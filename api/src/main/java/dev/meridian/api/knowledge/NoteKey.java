package dev.meridian.api.knowledge;

import dev.meridian.api.document.BodyTree;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.api.problem.ProblemType;
import dev.meridian.api.release.IdempotencyHeader;
import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.knowledge.Noted;
import java.util.Optional;
import java.util.UUID;

/** The keys of what is told over REST, apart from those that Meridian gives to what it sees. */
final class NoteKey {
  private static final String ASKED = "asked/";

  private NoteKey() {}

  /** The key of a request; without the header every request is one of its own. */
  static IdempotencyKey of(Optional<String> header, BodyTree body) {
    IdempotencyKey key =
        IdempotencyHeader.with(header.orElseGet(() -> UUID.randomUUID().toString()), body);
    return new IdempotencyKey(ASKED + key.key(), key.requestHash());
  }

  /**
   * What was noted.
   *
   * @throws ProblemException when the key was used for another request
   */
  static <T> T kept(Noted<T> noted) {
    return switch (noted) {
      case Noted.Kept<T>(T note) -> note;
      case Noted.KeyReused<T>(String key) ->
          throw ProblemException.of(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Nothing was noted: the key \""
                  + key.substring(ASKED.length())
                  + "\" was used with another body. Send the first body again, or use a new key.");
    };
  }
}
