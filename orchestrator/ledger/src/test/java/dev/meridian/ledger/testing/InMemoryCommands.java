package dev.meridian.ledger.testing;

import dev.meridian.ledger.Commands;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Commands in memory, in order of writing. */
public final class InMemoryCommands implements Commands {
  private final Map<UUID, Written> written = new LinkedHashMap<>();

  @Override
  public synchronized void write(Command command) {
    written.putIfAbsent(command.id(), new Written(command, Optional.empty()));
  }

  @Override
  public synchronized void delivered(UUID id, Answer answer) {
    Written row =
        find(id).orElseThrow(() -> new IllegalArgumentException("there is no command " + id));
    if (row.answer().isEmpty()) {
      written.put(id, new Written(row.command(), Optional.of(answer)));
    }
  }

  @Override
  public synchronized List<Command> undelivered(int limit) {
    return written.values().stream()
        .filter(row -> row.answer().isEmpty())
        .map(Written::command)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Written> find(UUID id) {
    return Optional.ofNullable(written.get(id));
  }
}
