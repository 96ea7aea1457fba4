/**
 * What is done when things go wrong: ordered checklists, their steps automatic or manual, rehearsed
 * as drills against a time objective.
 */
@NullMarked
package dev.meridian.runbook;

import org.jspecify.annotations.NullMarked;
