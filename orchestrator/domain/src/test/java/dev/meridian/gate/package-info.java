@NullMarked
package dev.meridian.gate;

import org.jspecify.annotations.NullMarked;
