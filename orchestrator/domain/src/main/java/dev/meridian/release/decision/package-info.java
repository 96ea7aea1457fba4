/**
 * What to do next: the only place where that is decided.
 *
 * <p>Pure functions. {@link dev.meridian.release.decision.RegionDecision} answers for one region
 * rollout, including stopping its own bleeding at once; {@link
 * dev.meridian.release.decision.ReleaseDecision} answers for the release: waves, a person's wishes,
 * and, once a region shows harm, the way back: harmed regions first, then one healthy region as
 * proof, then the rest, newest first. {@link dev.meridian.release.decision.OwedDecision} answers
 * for a region that the release had to leave behind, {@link
 * dev.meridian.release.decision.CatalogueDecision} for documents that change meanwhile, and {@link
 * dev.meridian.release.decision.NeighbourDecision} for what two releases that overlap are told of
 * each other. Each answer is one variant of a sealed type and carries its reason; nothing here
 * waits, acts or remembers.
 */
@NullMarked
package dev.meridian.release.decision;

import org.jspecify.annotations.NullMarked;
