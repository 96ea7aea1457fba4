/**
 * Pause, resume, stop, abort, retry.
 *
 * <p>A command is written down first and then sent to the release's workflow under the row's id. So
 * it survives everything: an api that dies between the two, an engine that is away, an answer that
 * is lost. What was not delivered is sent again by whichever api is running, and the id makes the
 * second sending the same command.
 */
@NullMarked
package dev.meridian.api.command;

import org.jspecify.annotations.NullMarked;
