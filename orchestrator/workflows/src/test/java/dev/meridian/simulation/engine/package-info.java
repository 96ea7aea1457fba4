/**
 * The simulated worlds once more, through the real workflows.
 *
 * <p>{@link dev.meridian.simulation.OpenWorld} is the world of a seed, with its clusters, people,
 * outages and laws; a {@link dev.meridian.simulation.engine.LiveRelease} runs the release there on
 * the embedded engine, with the workflows that production runs. Between them stand faulty
 * activities ({@link dev.meridian.simulation.engine.Fault}): they fail before or after their
 * effect, are done twice, or are lost while the effect goes on. The world's time moves as soon as
 * somebody waits for it; threads of the engine decide who asks first, so a seed gives the same
 * world each time, but not always the same run.
 */
@NullMarked
package dev.meridian.simulation.engine;

import org.jspecify.annotations.NullMarked;
