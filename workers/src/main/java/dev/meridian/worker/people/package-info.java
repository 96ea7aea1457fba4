/** Calling people: pages by webhook. Chat, approvals and paging services come later. */
@NullMarked
package dev.meridian.worker.people;

import org.jspecify.annotations.NullMarked;
