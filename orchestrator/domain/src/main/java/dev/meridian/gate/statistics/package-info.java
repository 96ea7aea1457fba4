/**
 * When to believe a number.
 *
 * <p>A release is looked at after every interval, for hours, in every region. A test that is right
 * once in a hundred looks would stop every release. So the tests here are <em>e-processes</em>:
 * wealth that starts at 1 and, while the region is healthy, grows on average at no step. By Ville's
 * inequality the chance that it <em>ever</em> reaches 1/alpha is at most alpha, however often one
 * looks. {@link dev.meridian.gate.statistics.PairedTest} bets against "its bad rate is at most
 * kappa times the control's in the same interval", {@link dev.meridian.gate.statistics.CeilingTest}
 * against "its bad rate is at most the ceiling", and {@link
 * dev.meridian.gate.statistics.EvidenceOfHealth} against "it is unacceptably bad".
 *
 * <p>Regions differ, and have weather of their own: {@link
 * dev.meridian.gate.statistics.Calibration} measures both, as kappa and phi, on history in which
 * every region ran the incumbent. A test that ignores them stops most healthy releases.
 *
 * <p>{@link dev.meridian.gate.statistics.Leak} and {@link dev.meridian.gate.statistics.MannWhitney}
 * serve gates that are rules and have no share of alpha; the latter may not be read early.
 */
@NullMarked
package dev.meridian.gate.statistics;

import org.jspecify.annotations.NullMarked;
