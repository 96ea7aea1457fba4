/**
 * Whether a service's gates can be asked at all, by those who will have to answer.
 *
 * <p>A query is good when the metrics system can parse it, and a latency limit is one when it is a
 * boundary of the histogram's buckets: both are found out before the document is stored, because
 * afterwards they would be found out in the middle of a release. For the same reason every
 * expression is run against the incumbent in every region, then and in every preview: none or
 * several series where one number is needed is refused.
 */
@NullMarked
package dev.meridian.api.inquiry;

import org.jspecify.annotations.NullMarked;
