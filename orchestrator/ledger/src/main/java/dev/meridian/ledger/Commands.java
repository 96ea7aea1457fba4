package dev.meridian.ledger;

import dev.meridian.release.ReleaseId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Commands of people on releases: the row is written first, then the update is sent to the workflow
 * with the row's id; what was not delivered is sent again. Every method throws {@link
 * LedgerUnreachableException} when the database does not answer.
 */
public interface Commands {
  /**
   * @param id also the id of the workflow update, so that sending it again changes nothing
   * @param kind {@code pause}, {@code resume}, {@code stop}, {@code abort} or {@code retry}
   * @param arguments further ones, for example {@code region}
   * @param at Meridian time, truncated to microseconds
   */
  record Command(
      UUID id,
      ReleaseId release,
      String kind,
      Map<String, String> arguments,
      String actor,
      String reason,
      Instant at) {
    public Command {
      arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
      at = at.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /** What the workflow said. */
  sealed interface Answer {
    record Taken(String sentence) implements Answer {}

    /** It does not apply in the state that the release is in. */
    record Refused(String sentence) implements Answer {}
  }

  /** A command and, once delivered, its answer. */
  record Written(Command command, Optional<Answer> answer) {}

  /** Writes the row; a row with the same id is left as it is. */
  void write(Command command);

  /**
   * The workflow has answered; the first answer stays.
   *
   * @throws IllegalArgumentException when there is no such command
   */
  void delivered(UUID id, Answer answer);

  /** Written, not delivered, in order of writing. */
  List<Command> undelivered(int limit);

  Optional<Written> find(UUID id);
}
