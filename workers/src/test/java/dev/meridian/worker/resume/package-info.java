@NullMarked
package dev.meridian.worker.resume;

import org.jspecify.annotations.NullMarked;
