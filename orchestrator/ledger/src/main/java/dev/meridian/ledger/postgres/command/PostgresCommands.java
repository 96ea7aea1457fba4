package dev.meridian.ledger.postgres.command;

import dev.meridian.ledger.Commands;
import dev.meridian.ledger.json.StorableText;
import dev.meridian.ledger.postgres.LedgerTransactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Commands in the table {@code command}. */
@Singleton
final class PostgresCommands implements Commands {
  private final LedgerTransactions transactions;
  private final CommandRepository commands;

  PostgresCommands(LedgerTransactions transactions, CommandRepository commands) {
    this.transactions = transactions;
    this.commands = commands;
  }

  @Override
  public void write(Command command) {
    transactions.write(() -> {
      commands.write(StoredCommand.of(command));
      return command.id();
    });
  }

  @Override
  public void delivered(UUID id, Answer answer) {
    transactions.write(() -> {
      if (commands.find(id).isEmpty()) {
        throw new IllegalArgumentException("there is no command " + id);
      }
      switch (answer) {
        case Answer.Taken(String sentence) -> commands.answer(id, true, StorableText.of(sentence));
        case Answer.Refused(String sentence) ->
            commands.answer(id, false, StorableText.of(sentence));
      }
      return id;
    });
  }

  @Override
  public List<Command> undelivered(int limit) {
    return transactions.read(
        () -> commands.undelivered(limit).stream().map(StoredCommand::command).toList());
  }

  @Override
  public Optional<Written> find(UUID id) {
    return transactions.read(() -> commands.find(id).map(StoredCommand::written));
  }
}
