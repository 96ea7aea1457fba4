/** Incidents as they are reported. */
@NullMarked
package dev.meridian.region.incident;

import org.jspecify.annotations.NullMarked;
