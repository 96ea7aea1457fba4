@NullMarked
package dev.meridian.bench.bugs;

import org.jspecify.annotations.NullMarked;
