/**
 * The worker process: activities, one package per outside system. Workers observe and act; they
 * never decide.
 */
@NullMarked
package dev.meridian.worker;

import org.jspecify.annotations.NullMarked;
