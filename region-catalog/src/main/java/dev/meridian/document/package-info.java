/**
 * Reading declarative documents so that every problem is reported at once.
 *
 * <p>A document arrives as a plain tree (maps, lists, text, numbers, booleans), whatever it was
 * written in. {@link dev.meridian.document.DocumentReader} walks it and collects each {@link
 * dev.meridian.document.Problem} with its JSON pointer, the value found and the remedy; the result
 * is a {@link dev.meridian.document.Reading}: the value, or all that is wrong with it. Never half.
 */
@NullMarked
package dev.meridian.document;

import org.jspecify.annotations.NullMarked;
