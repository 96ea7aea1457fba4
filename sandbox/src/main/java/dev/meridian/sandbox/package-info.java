/**
 * The world in a box: servers on loopback that speak the real protocols of a simulated world.
 *
 * <p>Traffic and metrics are a pure function of seed, time and journal; the journal holds every
 * accepted write and is on disk before the write is answered. Nothing in the product knows this
 * module: it talks to it as to the real thing, by address only.
 */
@NullMarked
package dev.meridian.sandbox;

import org.jspecify.annotations.NullMarked;
