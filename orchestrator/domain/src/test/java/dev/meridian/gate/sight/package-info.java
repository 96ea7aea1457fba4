@NullMarked
package dev.meridian.gate.sight;

import org.jspecify.annotations.NullMarked;
