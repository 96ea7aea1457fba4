/** The one clock, in both directions. */
@NullMarked
package dev.meridian.pace;

import org.jspecify.annotations.NullMarked;
