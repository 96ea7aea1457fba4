package dev.meridian.worker.cluster.review;

import java.util.stream.Stream;

/** What one rule finds in one workload. */
interface Rule {
  Stream<Finding> look(Workload workload, Surroundings around);
}
