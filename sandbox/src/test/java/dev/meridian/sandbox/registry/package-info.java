@NullMarked
package dev.meridian.sandbox.registry;

import org.jspecify.annotations.NullMarked;
