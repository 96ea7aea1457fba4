package dev.meridian.ledger.postgres;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;

/**
 * All or nothing: what runs in here joins the caller's transaction or has one of its own, and is
 * rolled back by any exception. Isolation is read committed; whoever decides on what they read
 * locks it first.
 */
@Singleton
public final class LedgerTransactions {
  private final TransactionOperations<Connection> operations;

  LedgerTransactions(TransactionOperations<Connection> operations) {
    this.operations = operations;
  }

  /**
   * @throws dev.meridian.ledger.LedgerUnreachableException when the database does not answer
   */
  public <T> T write(Supplier<T> work) {
    try {
      return operations.executeWrite(status -> work.get());
    } catch (RuntimeException e) {
      throw DatabaseAway.explain(e);
    }
  }

  /**
   * @throws dev.meridian.ledger.LedgerUnreachableException when the database does not answer
   */
  public <T> T read(Supplier<T> work) {
    try {
      return operations.executeRead(status -> work.get());
    } catch (RuntimeException e) {
      throw DatabaseAway.explain(e);
    }
  }
}
