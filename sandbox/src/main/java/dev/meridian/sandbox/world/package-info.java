/**
 * The world itself: its clock, its journal, its regions, what is wrong with its revisions, and what
 * befalls it.
 *
 * <p>Every server of the sandbox writes what it accepts into the one {@link
 * dev.meridian.sandbox.world.Journal} before it answers, and everything that can be observed is a
 * pure function of (seed, time, journal). So the past can be queried again after a restart, and a
 * kill in any moment forgets nothing that was answered.
 */
@NullMarked
package dev.meridian.sandbox.world;

import org.jspecify.annotations.NullMarked;
