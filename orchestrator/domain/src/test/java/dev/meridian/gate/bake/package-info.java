@NullMarked
package dev.meridian.gate.bake;

import org.jspecify.annotations.NullMarked;
