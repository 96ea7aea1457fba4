/**
 * In which order, beside whom, and for how long: the wave plan.
 *
 * <p>{@code WavePlanner} turns a catalogue, the presences of one service and its policy into a
 * {@link dev.meridian.region.plan.Plan}: staging, then canary, then low-traffic regions, then
 * high-traffic ones, each placement with its reason as data. Same input, same plan, on every JVM:
 * nothing here iterates a hash-ordered collection.
 */
@NullMarked
package dev.meridian.region.plan;

import org.jspecify.annotations.NullMarked;
