/**
 * The controllers: what becomes of a Deployment or a Job when time passes.
 *
 * <p>The real ones watch and react; these fold. A {@link
 * dev.meridian.sandbox.kubernetes.controller.Workload} is a pure function of the accepted changes
 * and of world time, so the pods of yesterday can be asked for again, and a restart finds exactly
 * the pods that it left. What the real ones are slow at, these are too: a controller sees a new
 * generation only after a moment, a pod needs two to six seconds, an image that no registry serves
 * never starts, and a rollout without progress is reported when its deadline has passed.
 */
@NullMarked
package dev.meridian.sandbox.kubernetes.controller;

import org.jspecify.annotations.NullMarked;
