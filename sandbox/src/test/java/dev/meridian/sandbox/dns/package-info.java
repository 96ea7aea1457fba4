/** The sandbox's DNS held to what the real one does. */
@NullMarked
package dev.meridian.sandbox.dns;

import org.jspecify.annotations.NullMarked;
