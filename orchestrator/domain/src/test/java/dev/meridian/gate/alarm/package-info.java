/** Tests of what is read from Alertmanager. */
@NullMarked
package dev.meridian.gate.alarm;

import org.jspecify.annotations.NullMarked;
