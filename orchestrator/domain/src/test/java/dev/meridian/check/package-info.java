@NullMarked
package dev.meridian.check;

import org.jspecify.annotations.NullMarked;
