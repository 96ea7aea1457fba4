/** The {@code meridian} command: every process role and the client commands. */
@NullMarked
package dev.meridian.cli;

import org.jspecify.annotations.NullMarked;
