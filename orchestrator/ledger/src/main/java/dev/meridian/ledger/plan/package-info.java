/**
 * What plans are made from, and where they are kept.
 *
 * <p>A release begins with one plan, stored beside its row. When regions leave while it runs, the
 * waves that have not begun are planned again, from the same frozen documents and from what was on
 * record when it started; the new plan is stored under its SHA-256, which the chain names. A wave
 * that has begun is the same in every plan after it.
 */
@NullMarked
package dev.meridian.ledger.plan;

import org.jspecify.annotations.NullMarked;
