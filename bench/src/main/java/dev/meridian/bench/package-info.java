/** One command per published figure. */
@NullMarked
package dev.meridian.bench;

import org.jspecify.annotations.NullMarked;
