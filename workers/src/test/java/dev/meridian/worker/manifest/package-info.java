@NullMarked
package dev.meridian.worker.manifest;

import org.jspecify.annotations.NullMarked;
