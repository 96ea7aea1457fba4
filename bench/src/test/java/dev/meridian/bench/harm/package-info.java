@NullMarked
package dev.meridian.bench.harm;

import org.jspecify.annotations.NullMarked;
