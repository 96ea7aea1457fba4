/**
 * Gates before they guard anything.
 *
 * <p>Whoever writes a gate tries it on days that are over: {@code POST /api/v1/gates/try} says what
 * it would have decided there, when, and with which numbers. A worker replays it with the judge of
 * a bake; nothing is stored.
 */
@NullMarked
package dev.meridian.api.gate;

import org.jspecify.annotations.NullMarked;
