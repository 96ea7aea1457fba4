@NullMarked
package dev.meridian.gate.sample;

import org.jspecify.annotations.NullMarked;
