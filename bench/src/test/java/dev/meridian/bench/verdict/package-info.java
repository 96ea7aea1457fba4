@NullMarked
package dev.meridian.bench.verdict;

import org.jspecify.annotations.NullMarked;
