/**
 * The one clock: Meridian time as a function of wall time.
 *
 * <p>In production both are the same. In a sandbox a day passes in a minute: every wait is divided
 * by the factor and every {@code now} comes from here, so that a bake of twelve hours is real,
 * judged in full, and over in seconds.
 */
@NullMarked
package dev.meridian.pace;

import org.jspecify.annotations.NullMarked;
