/**
 * May a release start now, how far may it go, or does it wait?
 *
 * <p>At most three revisions of a service live in the world at once: one being tested, one being
 * rolled out, one being replaced. One release is active; of those that wait only the newest is
 * kept. With {@code overlap: canary} the next one may use staging and canary while the active one
 * is in production, and never goes further before that one has ended. {@link
 * dev.meridian.release.admission.Admission} is the answer, with its reason.
 *
 * <p>No start asks yet: until then a second release of a service is refused while one is active.
 */
@NullMarked
package dev.meridian.release.admission;

import org.jspecify.annotations.NullMarked;
