package dev.meridian.sandbox.kubernetes.controller;

import java.time.Instant;

/**
 * A ReplicaSet of a Deployment: one per template that it ever had.
 *
 * @param name Deployment and hash
 * @param revision counts the rollouts; going back to a template gives it the next number
 */
record ReplicaSetLife(String name, PodTemplate template, Instant created, int revision) {
  ReplicaSetLife again(int next) {
    return new ReplicaSetLife(name, template, created, next);
  }
}
