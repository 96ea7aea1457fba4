/**
 * What a process is told by its environment, twelve-factor: every key is read here, every problem
 * is said at once, and no secret is ever part of a message.
 */
@NullMarked
package dev.meridian.cli.configuration;

import org.jspecify.annotations.NullMarked;
