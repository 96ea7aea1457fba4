package dev.meridian.simulation;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * What releases of one world have in common.
 *
 * @param numbers of ledger entries: whoever intends something later has the higher one
 */
record Common(Agenda agenda, Ground ground, LongSupplier numbers) {
  static Common of(SimulatedWorld world) {
    return new Common(new Agenda(), new Ground(world), new AtomicLong()::incrementAndGet);
  }
}
