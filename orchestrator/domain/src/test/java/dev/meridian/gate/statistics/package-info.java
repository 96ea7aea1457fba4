@NullMarked
package dev.meridian.gate.statistics;

import org.jspecify.annotations.NullMarked;
