/**
 * The released service itself, as its users meet it, and the two things that stand beside it: the
 * check hook that a team would run against it, and the pager that rings when nobody else can help.
 *
 * <p>In each region the service answers over HTTP from the pods that are ready there at that
 * moment: a revision with a defect answers as such a revision would, more of it the more of its
 * pods are ready. The hook knows nothing of defects: it asks the service, as a real one would.
 */
@NullMarked
package dev.meridian.sandbox.service;

import org.jspecify.annotations.NullMarked;
