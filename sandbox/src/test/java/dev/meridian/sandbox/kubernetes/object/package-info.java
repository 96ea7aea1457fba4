@NullMarked
package dev.meridian.sandbox.kubernetes.object;

import org.jspecify.annotations.NullMarked;
