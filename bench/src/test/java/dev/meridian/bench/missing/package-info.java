@NullMarked
package dev.meridian.bench.missing;

import org.jspecify.annotations.NullMarked;
