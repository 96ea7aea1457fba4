/**
 * May a release start now, or does it wait?
 *
 * <p>At most three revisions of a service live in the world at once: one being tested, one being
 * rolled out, one being replaced. One release is active; of those that wait only the newest is
 * kept. {@link dev.meridian.release.admission.Admission} is the answer, with its reason; every
 * start asks, in the transaction that makes it active.
 *
 * <p>Where the service's policy says {@code overlap: canary}, the next release may start as soon as
 * the active one has passed staging and canary and nothing speaks against it. It stays there until
 * the older one has ended, and leaves first when that one is taken back.
 *
 * <p>What lives is what releases brought and did not take back. Whatever runs where no release has
 * been yet counts as one revision more, because nobody knows that it is less.
 */
@NullMarked
package dev.meridian.release.admission;

import org.jspecify.annotations.NullMarked;
