@NullMarked
package dev.meridian.gate.change;

import org.jspecify.annotations.NullMarked;
