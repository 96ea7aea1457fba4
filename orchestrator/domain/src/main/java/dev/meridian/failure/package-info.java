/**
 * What can go wrong outside, as codes that know whether to try again and who must act.
 *
 * <p>Adapters translate exceptions into these; nothing above an adapter ever sees a stack trace.
 */
@NullMarked
package dev.meridian.failure;

import org.jspecify.annotations.NullMarked;
