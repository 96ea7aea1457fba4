@NullMarked
package dev.meridian.sandbox.kubernetes;

import org.jspecify.annotations.NullMarked;
