@NullMarked
package dev.meridian.worker.image;

import org.jspecify.annotations.NullMarked;
