@NullMarked
package dev.meridian.worker.check;

import org.jspecify.annotations.NullMarked;
