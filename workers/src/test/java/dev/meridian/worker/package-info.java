@NullMarked
package dev.meridian.worker;

import org.jspecify.annotations.NullMarked;
