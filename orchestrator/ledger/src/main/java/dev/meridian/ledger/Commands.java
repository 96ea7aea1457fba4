package dev.meridian.ledger;

import dev.meridian.release.ReleaseId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Commands of people on releases: the row is written first, then the update is sent to the workflow
 * with the row's id; what was not delivered is sent again.
 */
public interface Commands {
  /**
   * @param kind {@code pause}, {@code resume}, {@code stop}, {@code abort} or {@code retry}
   * @param arguments further ones, for example {@code region}
   */
  record Command(
      UUID id,
      ReleaseId release,
      String kind,
      Map<String, String> arguments,
      String actor,
      String reason,
      Instant at) {}

  /** Writes the row; a row with the same id is left as it is. */
  void write(Command command);

  /** The workflow has taken or refused it. */
  void delivered(UUID id, boolean accepted, String answer);

  /** Written, not delivered, in order of writing. */
  List<Command> undelivered(int limit);

  Optional<Command> find(UUID id);
}
