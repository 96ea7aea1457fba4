@NullMarked
package dev.meridian.worker.frozen;

import org.jspecify.annotations.NullMarked;
