package dev.meridian.service;

import dev.meridian.region.Share;
import java.time.Duration;

/**
 * How a release behaves.
 *
 * @param alpha chance that a healthy release is stopped by any of its ratio gates, over all regions
 *     and attempts
 * @param inconclusiveDeadline how long a region may stay without a verdict after its bake should
 *     have ended, or silent, before what is silent decides
 * @param readyDeadline how long the contender's pods may take to be ready
 * @param unreachableDeadline how long a cluster may be away before a person is asked, or the region
 *     is owed
 * @param restoreShare most world traffic in regions being restored at one time
 * @param evacuate whether Meridian may move traffic by itself
 * @param whileActive what becomes of a release that is wanted while another one is active
 * @param overlap how far the next one may go meanwhile
 */
public record ReleasePolicy(
    Share alpha,
    Duration inconclusiveDeadline,
    Duration readyDeadline,
    Duration unreachableDeadline,
    Share restoreShare,
    boolean evacuate,
    WhileActive whileActive,
    Overlap overlap) {}
