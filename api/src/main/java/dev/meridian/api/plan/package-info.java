/**
 * The preview: what a release would do, before anything moves.
 *
 * <p>A preview and a release are planned by the same code from the same documents; a release then
 * freezes what the preview has shown.
 */
@NullMarked
package dev.meridian.api.plan;

import org.jspecify.annotations.NullMarked;
