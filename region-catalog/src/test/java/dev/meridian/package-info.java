/** What the build keeps true of the whole module. */
@NullMarked
package dev.meridian;

import org.jspecify.annotations.NullMarked;
