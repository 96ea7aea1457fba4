package dev.meridian.sandbox.kubernetes.controller;

import dev.meridian.sandbox.kubernetes.object.ApiObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a controller makes of one object: pods that come and go with time. A pure function of the
 * recorded changes and of time.
 */
public interface Workload {
  /** Changes come in the order of their time. */
  void record(Change change);

  /** What was decided from the nodes' past is decided again: that past has become known better. */
  void reconsider();

  /** Moves to this instant, which may be one that was reached before. */
  void advance(Instant to);

  /** When something will differ next if nothing is changed. */
  Optional<Instant> next();

  /** The stored object with the status that the controller would have written by now. */
  ApiObject reported(ApiObject stored);

  /** The objects that it has made and that exist now, in no special order. */
  List<ApiObject> owned();

  /** All pods that ever were, with past and decided future. */
  List<PodLife> lives();

  /** The last lines that a pod of it has written, oldest first. */
  List<String> log(String pod);
}
