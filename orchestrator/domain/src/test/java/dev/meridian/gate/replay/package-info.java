@NullMarked
package dev.meridian.gate.replay;

import org.jspecify.annotations.NullMarked;
