/**
 * Releases in random worlds, decided by the real decisions, with everything else simulated.
 *
 * <p>A {@link dev.meridian.simulation.SimulatedWorld} is drawn from a seed: regions and waves, what
 * each region will show (a gate that degrades, silence, a cluster that goes away, a step that
 * fails), what people command and when, and when the process crashes. A {@link
 * dev.meridian.simulation.Simulation} runs one release through it in event order, as the workflows
 * do: observe, decide, act, record. {@link dev.meridian.simulation.Laws} watches every entry of the
 * ledger and every effect on a cluster from outside, with its own bookkeeping, and stops the run at
 * the first that must not be. How bakes end is drawn with the world, or judged: then every sample
 * is drawn and goes through the real judge ({@link dev.meridian.simulation.judge}). A world that
 * broke a law is shrunk to a small one that still does.
 *
 * <p>In an {@link dev.meridian.simulation.OverlapWorld} a second release follows while the first
 * one is in production. Each has a ledger and runs of its own; what they have in {@link
 * dev.meridian.simulation.Common} is the time, the {@link dev.meridian.simulation.Ground} and the
 * numbers of their intentions. {@link dev.meridian.simulation.OverlapLaws} judges between them.
 */
@NullMarked
package dev.meridian.simulation;

import org.jspecify.annotations.NullMarked;
