@NullMarked
package dev.meridian.release.admission;

import org.jspecify.annotations.NullMarked;
