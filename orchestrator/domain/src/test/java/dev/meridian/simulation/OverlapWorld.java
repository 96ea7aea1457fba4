package dev.meridian.simulation;

import java.util.Optional;

/**
 * Everything that is drawn before two releases of one service are simulated. What a cluster does,
 * it does to both.
 *
 * @param all every region that either goes to
 * @param older what the older meets, in its regions
 * @param younger what the younger meets, in its regions; its times count from its own start
 * @param wanted seconds from the start when somebody first wants the younger
 * @param olderDies after so many entries of the older's ledger the process is killed
 * @param youngerDies after so many entries of the younger's
 */
record OverlapWorld(
    SimulatedWorld all,
    SimulatedWorld older,
    SimulatedWorld younger,
    long wanted,
    Optional<Integer> olderDies,
    Optional<Integer> youngerDies) {
  long seed() {
    return all.seed();
  }
}
