package dev.meridian.ledger.contract;

import dev.meridian.ledger.testing.Ports;

/** The ports in memory keep every promise of the real ones. */
class InMemoryContractsTest extends EveryContract {
  private final Ports ports = Ports.inMemory();

  @Override
  Ports ports() {
    return ports;
  }
}
