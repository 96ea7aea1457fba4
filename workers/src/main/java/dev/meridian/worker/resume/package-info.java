/**
 * Going on where the engine has forgotten: releases that the ledger holds as unfinished and the
 * engine does not know are started again in a higher epoch, by one process at a time. The same
 * process sees to it that regions that ended releases still owe are worked on.
 */
@NullMarked
package dev.meridian.worker.resume;

import org.jspecify.annotations.NullMarked;
